using Optimizer.Domain.Approvals;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Workflows.Experiments;

/// <summary>All that an experiment remembers from one generation to the next.</summary>
public sealed record ExperimentState
{
    public required string Id { get; init; }

    public required string Play { get; init; }

    public required string Site { get; init; }

    /// <summary>Of the definition it was started under, which holds until it is over: its variable may be gone from a later one.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The primary KPI it is decided on.</summary>
    public required string Kpi { get; init; }

    public required Hypothesis Hypothesis { get; init; }

    /// <summary>All that it follows from.</summary>
    public required string Cause { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Of the play when it started.</summary>
    public required Autonomy Autonomy { get; init; }

    public ExperimentPhase Phase { get; init; }

    /// <summary>Settings of control and variant; null until prepared.</summary>
    public VariableSetting? Before { get; init; }

    /// <summary>Shares now in force, control first.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [0.5, 0.5];

    /// <summary>Shares to be put in force.</summary>
    public IReadOnlyList<double>? NextWeights { get; init; }

    /// <summary>Times that shares were put in force, for the keys.</summary>
    public int Shifts { get; init; }

    /// <summary>Hash of the policy that the last look was judged by; empty until prepared.</summary>
    public string PolicyHash { get; init; } = "";

    public int WatchMinutes { get; init; } = 15;

    public DateTimeOffset NextWatch { get; init; }

    public DateTimeOffset NextLook { get; init; }

    /// <summary>Planned end, moved by extensions.</summary>
    public int EndDay { get; init; }

    public int Extensions { get; init; }

    /// <summary>The day the holdback began; null before.</summary>
    public int? HoldbackDay { get; init; }

    /// <summary>Units per variant that the hypothesis needs; null when not known.</summary>
    public long? RequiredUnits { get; init; }

    /// <summary>A decision that is to be carried out.</summary>
    public LookReading? Decided { get; init; }

    /// <summary>The last look; null before the first.</summary>
    public LookReading? LastLook { get; init; }

    /// <summary>The question whether to adopt.</summary>
    public ApprovalRequest? Asked { get; init; }

    /// <summary>Whether it has been put.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Its answer.</summary>
    public ApprovalEnd? Granted { get; init; }

    public int Questions { get; init; }

    public int Approved { get; init; }

    public int Rejected { get; init; }

    /// <summary>How it is to end.</summary>
    public Settlement? Settle { get; init; }

    public string? Problem { get; init; }

    public int Failures { get; init; }

    /// <summary>Whether people were told that it does not get on.</summary>
    public bool IsStuckTold { get; init; }

    public DateTimeOffset? RetryAt { get; init; }
}
