namespace Optimizer.Cockpit.Pages.Ledger;

/// <summary>A look at the whole ledger: whether anything differs from what was once written.</summary>
/// <param name="By">Who asked for it.</param>
/// <param name="At">When it began.</param>
/// <param name="Faults">What differs; null while it is under way.</param>
/// <param name="Problem">Why it could not be finished; null when it could.</param>
public sealed record LedgerCheck(string By, DateTimeOffset At, IReadOnlyList<string>? Faults, string? Problem = null);
