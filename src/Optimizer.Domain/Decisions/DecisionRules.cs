namespace Optimizer.Domain.Decisions;

/// <summary>
/// Every number a decision depends on. The defaults are the tiered policy whose error rates the decision harness
/// measures: at most 10 % of experiments without effect are ever called proven (1 to 3 % within 28 days). A number that
/// makes no sense is refused with an <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed record DecisionRules
{
    private const int Week = 7;

    // The sequences of means are tuned to a one-sided level of 1/odds, which must stay below one half.
    private const double LeastOdds = 2;

    /// <summary>
    /// Units each group needs before evidence may adopt, give up or revert (S0-036, C48): a floor, not a size; at least 1.
    /// A halt, a broken guardrail and stated stops do not wait for it (C06).
    /// </summary>
    public long MinimumUnits { get; init => field = AtLeast(1, value, nameof(MinimumUnits)); } = 100;

    /// <summary>Units with a value that revenue needs in each group; at least 0.</summary>
    public long MinimumActive { get; init => field = AtLeast(0, value, nameof(MinimumActive)); } = 25;

    /// <summary>First day on which a variant may be adopted or given up (S0-036); at least 1.</summary>
    public int MinimumDays { get; init => field = (int)AtLeast(1, value, nameof(MinimumDays)); } = 7;

    /// <summary>The day on which a variant without hope is given up; at least 1. Before <see cref="MinimumDays"/> it does nothing.</summary>
    public int FutilityDay { get; init => field = (int)AtLeast(1, value, nameof(FutilityDay)); } = 7;

    /// <summary>The planned end: 14 or 28, whole weeks, because weekdays differ.</summary>
    public int EndDay
    {
        get;
        init => field = value > 0 && value % Week == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(EndDay), value, "must be whole weeks, such as 14 or 28");
    } = 14;

    /// <summary>Evidence that proves a gain, as odds: 10 is the always-valid meaning of "p about 0.9". More than 2.</summary>
    public double ProvenOdds { get; init => field = Odds(value, nameof(ProvenOdds)); } = 10;

    /// <summary>Evidence that proves harm, as odds; more than 2.</summary>
    public double HarmOdds { get; init => field = Odds(value, nameof(HarmOdds)); } = 20;

    /// <summary>Evidence of a sample-ratio mismatch that halts, as odds; more than 2.</summary>
    public double MismatchOdds { get; init => field = Odds(value, nameof(MismatchOdds)); } = 1000;

    /// <summary>Chance to win that adopts provisionally when held for 48 hours at the end, in [0, 1].</summary>
    public double ProvisionalChance { get; init => field = Share(value, nameof(ProvisionalChance)); } = 0.9;

    /// <summary>Chance to win below which the futility day gives up, in [0, 1]; 0 never does.</summary>
    public double FutilityChance { get; init => field = Share(value, nameof(FutilityChance)); } = 0.5;

    /// <summary>Chance to win below which a loser after 120 units is throttled, in [0, 1].</summary>
    public double ThrottleChance { get; init => field = Share(value, nameof(ThrottleChance)); } = 0.2;

    /// <summary>Share of traffic a throttled variant keeps, in [0, 1]: the bandit's floor.</summary>
    public double ThrottleShare { get; init => field = Share(value, nameof(ThrottleShare)); } = 0.1;

    /// <summary>From this day, at least 1, an adoption needs an effect that lasts; null turns the check off.</summary>
    public int? NoveltyFromDay { get; init => field = value is { } day ? (int)AtLeast(1, day, nameof(NoveltyFromDay)) : null; } = 14;

    /// <summary>How far the later log ratio may fall below the first week's, in standard errors; 0 or less.</summary>
    public double NoveltyZ
    {
        get;
        init => field = value <= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(NoveltyZ), value, "must be a finite number of 0 or less");
    } = -1.645;

    /// <summary>Units per variant that find the hypothesis, at least 1; null when no hypothesis was sized. Decides whether the end is put off.</summary>
    public long? RequiredUnits { get; init => field = value is { } units ? AtLeast(1, units, nameof(RequiredUnits)) : null; }

    /// <summary>Times the end may be put off by one more period of <see cref="EndDay"/> days (S0-044); at least 0.</summary>
    public int MaximumExtensions { get; init => field = (int)AtLeast(0, value, nameof(MaximumExtensions)); } = 2;

    /// <summary>What the documents state, and how far it may act.</summary>
    public StatedRules Stated { get; init => field = value ?? throw new ArgumentNullException(nameof(Stated)); } = new();

    /// <summary>The day on which an experiment is decided at the latest, its size allowing.</summary>
    public long LastDay => EndDay * (1L + MaximumExtensions);

    /// <summary>ln of the evidence a gain needs when several variants are tried at once: odds times the number of variants, control not counted.</summary>
    public double LogProven(int variants) => Math.Log(ProvenOdds * AtLeast(1, variants, nameof(variants)));

    private static long AtLeast(long least, long value, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be at least {least}");

    private static double Odds(double value, string name) => value > LeastOdds && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be finite odds of more than {LeastOdds}, such as 20 for 1 in 20");

    private static double Share(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "must lie in [0, 1]");
}
