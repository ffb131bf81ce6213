using Optimizer.Embedded.History;

namespace Optimizer.Embedded.Replay;

/// <summary>A step that waits for its answer.</summary>
internal sealed class OpenStep(Command command)
{
    // Asynchronous, so that the code goes on from the workflow's own queue and not inside the telling.
    private readonly TaskCompletionSource<Message> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command { get; } = command;

    public Task<Message> Answer => _answer.Task;

    public void Close(Message message) => _answer.SetResult(message);
}
