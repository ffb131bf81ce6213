using System.Text.Json;
using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Api.Evidence;

/// <summary>A decision with all it was made from.</summary>
internal sealed record DecisionAnswer
{
    public required string Id { get; init; }

    public required string Play { get; init; }

    public required string Experiment { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>Stable code, such as adopt_proven.</summary>
    public required string Code { get; init; }

    /// <summary>What it does, in words.</summary>
    public required string Does { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Place in the audit trail.</summary>
    public required long Sequence { get; init; }

    public required string Hash { get; init; }

    /// <summary>Evidence, rules, policy and answer, as they were stored.</summary>
    public required JsonElement Record { get; init; }

    /// <summary>Recomputed from the record; null unless asked for with ?replay=true.</summary>
    public DecisionReplay? Replay { get; init; }
}
