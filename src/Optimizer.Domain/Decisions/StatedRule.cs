namespace Optimizer.Domain.Decisions;

/// <summary>A threshold that a source document states, with how far it may act.</summary>
/// <param name="Limit">The stated number: a share such as 0.2 for 20 %, or a chance.</param>
/// <param name="MinimumUnits">Units per variant below which the rule stays silent; 0 is the word of the document.</param>
/// <param name="Mode">How far the rule may act.</param>
public sealed record StatedRule(double Limit, long MinimumUnits, RuleMode Mode = RuleMode.Guarded)
{
    public double Limit { get; init; } = double.IsFinite(Limit)
        ? Limit
        : throw new ArgumentOutOfRangeException(nameof(Limit), Limit, "must be a finite number");

    public long MinimumUnits { get; init; } = MinimumUnits >= 0
        ? MinimumUnits
        : throw new ArgumentOutOfRangeException(nameof(MinimumUnits), MinimumUnits, "must be at least 0");
}
