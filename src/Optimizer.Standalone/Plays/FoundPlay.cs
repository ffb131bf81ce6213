using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Plays;

/// <param name="Document">The play and its text.</param>
/// <param name="File">The file it stands in, as the user named it or as the store remembers it.</param>
internal sealed record FoundPlay(PlayDocument Document, string File)
{
    /// <summary>Of the text in force; null for a play read from a file.</summary>
    public string? Hash { get; init; }

    /// <summary>When it came into force; null for a play read from a file.</summary>
    public DateTimeOffset? InForceSince { get; init; }
}
