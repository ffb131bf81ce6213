using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Policies;

/// <summary>An experiment as the register of starts knows it: what caps, cooldowns and fingerprints are counted from.</summary>
public sealed record PastExperiment
{
    public required string Id { get; init; }

    public required string Play { get; init; }

    public required string Site { get; init; }

    /// <summary>Null when the play belongs to no page.</summary>
    public string? Page { get; init; }

    public required string Variable { get; init; }

    public required string Fingerprint { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs. A holdback after a provisional adoption still runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public DecisionKind? End { get; init; }

    public bool IsActive => EndedAt is null;
}
