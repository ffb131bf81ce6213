using Optimizer.Domain.Experiments;

namespace Optimizer.Domain.Decisions;

/// <summary>A decision with all it was made from: the same record gives the same decision, years later (S0-039, S0-040).</summary>
public sealed record DecisionRecord
{
    /// <summary>The experiment's id, a dot and the day: onboarding-3.14.</summary>
    public required string Id { get; init; }

    public required string Play { get; init; }

    public required string Experiment { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Version and hash of the policy in force.</summary>
    public required string Policy { get; init; }

    public required DecisionRules Rules { get; init; }

    /// <summary>Largest relative harm to another metric, as a share.</summary>
    public required double MaxSecondaryDegradation { get; init; }

    /// <summary>Complete days only.</summary>
    public required Exposures Evidence { get; init; }

    public required Decision Decision { get; init; }
}
