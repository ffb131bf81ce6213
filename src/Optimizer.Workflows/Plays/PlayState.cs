using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <summary>All that a play remembers from one generation to the next; bounded (S0-068).</summary>
public sealed record PlayState
{
    public required string Play { get; init; }

    public PlayStatus Status { get; init; }

    public PlayStep Step { get; init; } = PlayStep.Tick;

    /// <summary>The tick that is next; null before the first.</summary>
    public DateTimeOffset? NextTick { get; init; }

    /// <summary>Ticks taken.</summary>
    public int Ticks { get; init; }

    public string DefinitionHash { get; init; } = "";

    /// <summary>Hash of the policy text; "defaults" without one.</summary>
    public string PolicyHash { get; init; } = "";

    public Autonomy Autonomy { get; init; }

    public DateTimeOffset AutonomySince { get; init; }

    public Scorecard Card { get; init; } = new();

    /// <summary>False while a primary KPI cannot be computed (S0-063).</summary>
    public bool IsTracked { get; init; } = true;

    public string? TrackingFault { get; init; }

    /// <summary>Experiments begun, for their ids.</summary>
    public int Experiments { get; init; }

    /// <summary>Hypotheses made, for their ids.</summary>
    public int Hypotheses { get; init; }

    /// <summary>Rulings asked and questions put, for their ids.</summary>
    public int Questions { get; init; }

    public IReadOnlyDictionary<string, KpiMark> Marks { get; init; } = new Dictionary<string, KpiMark>();

    /// <summary>What is being answered; null when nothing is.</summary>
    public AnomalyFacts? Anomaly { get; init; }

    /// <summary>Hypotheses not yet tried, best first.</summary>
    public IReadOnlyList<Hypothesis> Backlog { get; init; } = [];

    /// <summary>Hypotheses that were put forward and approved, oldest first: tried before anything new is diagnosed; at most <see cref="ProposedKept"/>.</summary>
    public IReadOnlyList<ProposedTry> Proposed { get; init; } = [];

    /// <summary>Not asked about again before; null for at the next tick.</summary>
    public DateTimeOffset? BacklogAt { get; init; }

    /// <summary>When the backlog was made; stale after 30 days.</summary>
    public DateTimeOffset? BacklogSince { get; init; }

    /// <summary>The question about the first of the backlog; null when none is open.</summary>
    public ApprovalRequest? Asked { get; init; }

    /// <summary>Its answer, until it is used.</summary>
    public ApprovalEnd? Granted { get; init; }

    /// <summary>The open question about more autonomy.</summary>
    public ApprovalRequest? SignOff { get; init; }

    /// <summary>The level it is about.</summary>
    public Autonomy? SignOffTo { get; init; }

    /// <summary>No step up is proposed before, after a person said no.</summary>
    public DateTimeOffset? SignOffAfter { get; init; }

    public LiveExperiment? Live { get; init; }

    /// <summary>Site of the live experiment.</summary>
    public string? LiveSite { get; init; }

    /// <summary>An experiment that ended and is not concluded yet.</summary>
    public ExperimentEnd? Ended { get; init; }

    /// <summary>Tried hypotheses, oldest first; at most <see cref="TriedKept"/>.</summary>
    public IReadOnlyList<TriedHypothesis> Tried { get; init; } = [];

    /// <summary>Concluded experiments, oldest first; at most <see cref="ConcludedKept"/>.</summary>
    public IReadOnlyList<ConcludedRun> Concluded { get; init; } = [];

    /// <summary>Diagnoses of the last seven days.</summary>
    public IReadOnlyList<DateTimeOffset> Diagnoses { get; init; } = [];

    /// <summary>When a person last looked at the strategy; earlier failures do not count any more (S0-062).</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    public DateTimeOffset? ConvergedAt { get; init; }

    /// <summary>Entries to be written before anything else.</summary>
    public IReadOnlyList<AuditEntry> Unwritten { get; init; } = [];

    /// <summary>Guardrails broken at the last tick.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    /// <summary>Questions that nobody needs the answer of any more.</summary>
    public IReadOnlyList<string> Cancelled { get; init; } = [];

    /// <summary>Who stopped the live experiment with the play, and why; null when nobody did, or it has been told.</summary>
    public StopCommand? Ending { get; init; }

    /// <summary>Times that entries were written, for their keys.</summary>
    public int Written { get; init; }

    /// <summary>News that came while a step could not be taken.</summary>
    public IReadOnlyList<PlayNews> Inbox { get; init; } = [];

    /// <summary>What does not answer; null when all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>Failures of the present step in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Whether people were told that it does not get on; they are told once, and again when it goes on.</summary>
    public bool IsStuckTold { get; init; }

    /// <summary>When the step is tried again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public const int ProposedKept = 5;
    public const int TriedKept = 40;
    public const int ConcludedKept = 12;
}
