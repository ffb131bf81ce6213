using Optimizer.Embedded.History;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Replay;

/// <summary>What a workflow did in one turn.</summary>
/// <param name="Told">What it was told, without answers to what nobody asks any more.</param>
/// <param name="Asked">In order.</param>
/// <param name="Status">Set for queries; null when it was not.</param>
/// <param name="End">Null while it goes on.</param>
/// <param name="OpenActivities">Activities asked for and not answered, of this turn and those before.</param>
/// <param name="TimersSet">Steps with a due time that still wait for it.</param>
/// <param name="TimersCleared">Steps of earlier turns that no longer wait for theirs.</param>
internal sealed record CoroutineTurn(
    IReadOnlyList<Message> Told,
    IReadOnlyList<Command> Asked,
    Payload? Status,
    Ending? End,
    int OpenActivities,
    IReadOnlyList<Command> TimersSet,
    IReadOnlyList<int> TimersCleared);
