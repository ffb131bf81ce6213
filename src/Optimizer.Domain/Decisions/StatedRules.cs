namespace Optimizer.Domain.Decisions;

/// <summary>The thresholds that the source documents state, with their defaults. A chance above 1 is refused.</summary>
public sealed record StatedRules
{
    /// <summary>Each rule acts as its document says: the strict profiles.</summary>
    public static readonly StatedRules Literal = new()
    {
        Chance90 = new(0.9, 100, RuleMode.Literal),
        Plus10For48Hours = new(0.1, 100, RuleMode.Literal),
        Plus20 = new(0.2, 100, RuleMode.Literal),
        BelowControlAfter120 = new(0.1, 120, RuleMode.Literal),
        Drop30 = new(0.3, 0, RuleMode.Literal),
        Drop5Over24Hours = new(0.05, 0, RuleMode.Literal),
    };

    /// <summary>"p about 0.9" read as the chance of being better (S3-067).</summary>
    public StatedRule Chance90 { get; init => field = Chance(value, nameof(Chance90)); } = new(0.9, 100);

    /// <summary>At least +10 % at every look for 48 hours (S3-068).</summary>
    public StatedRule Plus10For48Hours { get; init => field = Known(value, nameof(Plus10For48Hours)); } = new(0.1, 100);

    /// <summary>A win by more than 20 % deploys without approval (S2-051).</summary>
    public StatedRule Plus20 { get; init => field = Known(value, nameof(Plus20)); } = new(0.2, 100);

    /// <summary>
    /// A loser after 120 units (S3-017, C06). Guarded: below control and a guardrail failing stops it, and a chance under
    /// one in five throttles it. Literal: below control with a chance of at most <see cref="StatedRule.Limit"/> stops it.
    /// </summary>
    public StatedRule BelowControlAfter120 { get; init => field = Chance(value, nameof(BelowControlAfter120)); } = new(0.1, 120);

    /// <summary>A primary metric more than 30 % below control (S0-055, S2-054).</summary>
    public StatedRule Drop30 { get; init => field = Known(value, nameof(Drop30)); } = new(0.3, 100);

    /// <summary>More than 5 % below control over the last 24 hours (S3-013, C04); off unless the profile asks for it.</summary>
    public StatedRule Drop5Over24Hours { get; init => field = Known(value, nameof(Drop5Over24Hours)); } = new(0.05, 30, RuleMode.Off);

    private static StatedRule Known(StatedRule rule, string name) => rule ?? throw new ArgumentNullException(name);

    private static StatedRule Chance(StatedRule rule, string name) => Known(rule, name).Limit <= 1
        ? rule
        : throw new ArgumentOutOfRangeException(name, rule.Limit, "must have a chance as its limit, at most 1");
}
