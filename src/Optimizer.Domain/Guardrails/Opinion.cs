using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>What one guardrail says to an action.</summary>
/// <param name="Kind">Allow when it looked and is content.</param>
/// <param name="Code">As in <see cref="Ruling.Code"/>; the guardrail's name when content.</param>
/// <param name="Why">In words, with the numbers and where the limit comes from.</param>
/// <param name="Seat">Who may approve; null unless it asks.</param>
/// <param name="RetryAt">When the same action would pass; null when time does not help.</param>
public sealed record Opinion(RulingKind Kind, string Code, string Why, Seat? Seat = null, DateTimeOffset? RetryAt = null)
{
    public static Opinion Allow(string code, string why) => new(RulingKind.Allow, code, why);

    public static Opinion Ask(string code, string why, Seat seat) => new(RulingKind.Ask, code, why, seat);

    public static Opinion Deny(string code, string why, DateTimeOffset? retryAt = null) => new(RulingKind.Deny, code, why, null, retryAt);
}
