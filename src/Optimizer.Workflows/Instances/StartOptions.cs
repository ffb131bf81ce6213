using System.Collections.Immutable;

namespace Optimizer.Workflows.Instances;

/// <summary>How an instance is started.</summary>
public sealed record StartOptions
{
    /// <summary>No labels.</summary>
    public static IReadOnlyDictionary<string, string> NoTags { get; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Not before this time; null for at once. Until then it is <see cref="RunState.Pending"/> and keeps signals.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What to do when the id is taken.</summary>
    public Reuse Reuse { get; init; } = Reuse.Never;

    /// <summary>Version of the code; null for the highest registered.</summary>
    public int? Version { get; init; }

    /// <summary>Labels that queries can filter by; kept across generations.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;
}
