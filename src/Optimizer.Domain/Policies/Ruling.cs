namespace Optimizer.Domain.Policies;

/// <summary>Policy's answer to an action, with the rule that said so.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Code">Machine-readable: play_active_limit, site_active_limit, page_active_limit, daily_cap, monthly_cap, cooldown,
/// blocked_fingerprint, untracked_kpi, insufficient_baseline, not_implementable, autonomy_shadow, autonomy_advisory, frozen, high_risk, ...;
/// allowed when allowed.</param>
/// <param name="Seat">Who may approve; null unless asked.</param>
/// <param name="Reasons">Every rule that had a say, decisive one first, in words with the numbers and where the limit comes from.</param>
/// <param name="RetryAt">When the same action would pass this rule; null when time does not help.</param>
/// <param name="Terms">How the approval is asked for; null unless asked.</param>
public sealed record Ruling(
    RulingKind Kind, string Code, Seat? Seat, IReadOnlyList<string> Reasons, DateTimeOffset? RetryAt = null, ApprovalTerms? Terms = null);
