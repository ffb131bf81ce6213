using Optimizer.Workflows;

namespace Optimizer.Embedded.History;

/// <summary>One turn of a workflow: what it was told and what it asked for, before it waited again.</summary>
/// <param name="At">The recorded time, UTC ticks.</param>
/// <param name="Told">In order; the first turn of a generation is also told to start.</param>
/// <param name="Asked">In order.</param>
/// <param name="Status">What it set queries to show; null when it set nothing.</param>
/// <param name="End">How it ended; null while it goes on.</param>
internal sealed record Turn(long At, IReadOnlyList<Message> Told, IReadOnlyList<Command> Asked, Payload? Status, Ending? End)
{
    /// <summary>How much it adds to a history.</summary>
    public int Events => 1 + Told.Count + Asked.Count;
}
