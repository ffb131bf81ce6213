namespace Optimizer.Domain.Reports;

/// <param name="Play">Whose brief could not be written.</param>
/// <param name="Why">In words.</param>
public sealed record MissingBrief(string Play, string Why);
