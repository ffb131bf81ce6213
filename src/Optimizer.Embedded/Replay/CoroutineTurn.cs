using Optimizer.Embedded.History;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Replay;

/// <summary>What a workflow did in one turn.</summary>
/// <param name="Asked">In order.</param>
/// <param name="Status">Set for queries; null when it was not.</param>
/// <param name="End">Null while it goes on.</param>
/// <param name="TimersSet">Steps with a due time that still wait for it.</param>
/// <param name="TimersCleared">Steps of earlier turns that no longer wait for theirs.</param>
internal sealed record CoroutineTurn(
    IReadOnlyList<Command> Asked,
    Payload? Status,
    Ending? End,
    IReadOnlyList<Command> TimersSet,
    IReadOnlyList<int> TimersCleared);
