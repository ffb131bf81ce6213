namespace Optimizer.Functions.Tables.Ledger;

/// <summary>A time of unchanged shares.</summary>
/// <param name="At">From when; never before the stretch ahead of it.</param>
/// <param name="Weights">Shares, control first.</param>
internal sealed record LedgerStretch(DateTimeOffset At, IReadOnlyList<double> Weights);
