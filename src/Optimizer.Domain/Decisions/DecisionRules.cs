namespace Optimizer.Domain.Decisions;

/// <summary>
/// Every number a decision depends on. The defaults are the tiered policy whose error rates the decision harness
/// measures: at most 10 % of experiments without effect are ever called proven (1 to 3 % within 28 days).
/// </summary>
public sealed record DecisionRules
{
    /// <summary>Units each group needs before anything but a halt is decided (S0-036, C48): a floor, not a size.</summary>
    public long MinimumUnits { get; init; } = 100;

    /// <summary>Units with a value that revenue needs in each group.</summary>
    public long MinimumActive { get; init; } = 25;

    /// <summary>First day on which a variant may be adopted (S0-036).</summary>
    public int MinimumDays { get; init; } = 7;

    /// <summary>The day on which a variant without hope is given up.</summary>
    public int FutilityDay { get; init; } = 7;

    /// <summary>The planned end: 14 or 28, whole weeks.</summary>
    public int EndDay { get; init; } = 14;

    /// <summary>Evidence that proves a gain, as odds: 10 is the always-valid meaning of "p about 0.9".</summary>
    public double ProvenOdds { get; init; } = 10;

    /// <summary>Evidence that proves harm, as odds.</summary>
    public double HarmOdds { get; init; } = 20;

    /// <summary>Evidence of a sample-ratio mismatch that halts, as odds.</summary>
    public double MismatchOdds { get; init; } = 1000;

    /// <summary>Chance to win that adopts provisionally when held for 48 hours at the end.</summary>
    public double ProvisionalChance { get; init; } = 0.9;

    /// <summary>Chance to win below which the futility day gives up.</summary>
    public double FutilityChance { get; init; } = 0.5;

    /// <summary>Chance to win below which a loser after 120 units is throttled.</summary>
    public double ThrottleChance { get; init; } = 0.2;

    /// <summary>Share of traffic a throttled variant keeps: the bandit's floor.</summary>
    public double ThrottleShare { get; init; } = 0.1;

    /// <summary>From this day an adoption needs an effect that lasts; null turns the check off.</summary>
    public int? NoveltyFromDay { get; init; } = 14;

    /// <summary>How far the later log ratio may fall below the first week's, in standard errors.</summary>
    public double NoveltyZ { get; init; } = -1.645;

    /// <summary>Units per variant that find the hypothesis; null when no hypothesis was sized. Decides whether the end is put off.</summary>
    public long? RequiredUnits { get; init; }

    /// <summary>Times the end may be put off by one more period (S0-044).</summary>
    public int MaximumExtensions { get; init; } = 2;

    /// <summary>What the documents state, and how far it may act.</summary>
    public StatedRules Stated { get; init; } = new();

    /// <summary>Evidence a gain needs when several variants are tried at once: odds times the number of variants.</summary>
    public double LogProven(int variants) => Math.Log(ProvenOdds * variants);
}
