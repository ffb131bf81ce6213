namespace Optimizer.Domain.Decisions;

/// <summary>A threshold that a source document states, with how far it may act.</summary>
/// <param name="Limit">The stated number: a share such as 0.2 for 20 %, or a chance; at least 0.</param>
/// <param name="MinimumUnits">Units per variant below which the rule stays silent; 0 is the word of the document.</param>
/// <param name="Mode">How far the rule may act.</param>
public sealed record StatedRule(double Limit, long MinimumUnits, RuleMode Mode = RuleMode.Guarded)
{
    public double Limit { get; init => field = CheckedLimit(value, nameof(Limit)); } = CheckedLimit(Limit, nameof(Limit));

    public long MinimumUnits { get; init => field = CheckedUnits(value, nameof(MinimumUnits)); } = CheckedUnits(MinimumUnits, nameof(MinimumUnits));

    public RuleMode Mode { get; init => field = CheckedMode(value, nameof(Mode)); } = CheckedMode(Mode, nameof(Mode));

    private static double CheckedLimit(double limit, string name) => limit >= 0 && double.IsFinite(limit)
        ? limit
        : throw new ArgumentOutOfRangeException(name, limit, "must be a finite number of at least 0; a drop of 30 % is stated as 0.3");

    private static long CheckedUnits(long units, string name) => units >= 0
        ? units
        : throw new ArgumentOutOfRangeException(name, units, "must be at least 0");

    private static RuleMode CheckedMode(RuleMode mode, string name) => Enum.IsDefined(mode)
        ? mode
        : throw new ArgumentOutOfRangeException(name, mode, "must be a known mode");
}
