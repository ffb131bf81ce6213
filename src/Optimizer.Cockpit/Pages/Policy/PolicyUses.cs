using Optimizer.Domain.Policies.Checks;

namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>Which values stood in the way of an action lately, and which never did.</summary>
/// <param name="At">When it was counted.</param>
/// <param name="Rulings">Looked at.</param>
/// <param name="IsCut">Whether there were more; the newest were looked at.</param>
/// <param name="Fired">Most often first.</param>
/// <param name="Never">Those that never did.</param>
public sealed record PolicyUses(DateTimeOffset At, int Rulings, bool IsCut, IReadOnlyList<RuleUse> Fired, IReadOnlyList<RuleUse> Never);
