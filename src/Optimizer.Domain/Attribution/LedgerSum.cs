namespace Optimizer.Domain.Attribution;

/// <summary>So that one can say: variant B generated $1,274 this week (S3-047).</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Rows">Events.</param>
/// <param name="Units">Different units.</param>
/// <param name="Sum">Of the values, exact.</param>
public sealed record LedgerSum(string Variant, string Event, long Rows, long Units, decimal Sum);
