using Optimizer.Domain.Decisions;

namespace Optimizer.Workflows.Experiments;

/// <summary>What a look came to, without its evidence, which is in the audit trail.</summary>
public sealed record LookReading
{
    /// <summary>Complete days seen; 0 before the first.</summary>
    public required int Day { get; init; }

    /// <summary>Days since it started, whether or not anybody met it on them.</summary>
    public required int Elapsed { get; init; }

    /// <summary>Id of the decision record; empty before the first complete day.</summary>
    public required string Decision { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>Share the variant is to keep; null when it is not throttled.</summary>
    public double? Throttle { get; init; }

    /// <summary>Shares that the bandit wants; null for none.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    public double? Gain { get; init; }

    /// <summary>Shrunken lift in the good direction.</summary>
    public double? Shrunken { get; init; }

    public double? Lowest { get; init; }

    public double? Highest { get; init; }

    public double? DetectableLift { get; init; }

    public long Units { get; init; }

    public double? ControlMean { get; init; }

    public double? VariantMean { get; init; }

    public double ChanceToWin { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The last day an experiment of these rules may have.</summary>
    public required int LastDay { get; init; }

    /// <summary>Planned last day, extensions included.</summary>
    public required int EndDay { get; init; }

    /// <summary>Days of one period.</summary>
    public required int PeriodDays { get; init; }

    /// <summary>Times the end was put off (S0-044).</summary>
    public required int Extensions { get; init; }

    public required DateTimeOffset NextLook { get; init; }

    /// <summary>Hash of the policy it was judged by.</summary>
    public required string Policy { get; init; }
}
