using Optimizer.Domain.Approvals;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Plays;

/// <summary>What a tick saw.</summary>
public sealed record TickReading
{
    public required string DefinitionHash { get; init; }

    public required string PolicyHash { get; init; }

    public required DateTimeOffset NextTick { get; init; }

    public required IReadOnlyDictionary<string, KpiMark> Marks { get; init; }

    /// <summary>What asks for a diagnosis, worst first; null when nothing does.</summary>
    public AnomalyFacts? Anomaly { get; init; }

    /// <summary>Why a converged play is active again; null when it is not.</summary>
    public string? Reopens { get; init; }

    /// <summary>Ids of all guardrails broken now.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    /// <summary>Newly broken ones that ask for more than a message.</summary>
    public IReadOnlyList<BrokenGuardrail> Acting { get; init; } = [];

    public required bool IsTracked { get; init; }

    public string? TrackingFault { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required Scorecard Card { get; init; }

    /// <summary>A step up that a person must sign; null for none.</summary>
    public ApprovalRequest? SignOff { get; init; }

    public Autonomy? SignOffTo { get; init; }

    public required int MaxDiagnosesPerWeek { get; init; }

    public required bool IsProactive { get; init; }
}
