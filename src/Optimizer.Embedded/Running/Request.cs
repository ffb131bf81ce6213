namespace Optimizer.Embedded.Running;

/// <summary>A change that a client asked for and waits for.</summary>
internal abstract class Request<TAnswer> : Change
{
    private readonly TaskCompletionSource<TAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer, once it is durable.</summary>
    public Task<TAnswer> Answer => _answer.Task;

    public override bool GiveUp(Exception fault)
    {
        Refused();
        _answer.TrySetException(fault);
        return true;
    }

    public override void Broken(Exception fault) => GiveUp(fault);

    /// <summary>It was not taken: takes back what was prepared for it.</summary>
    protected virtual void Refused()
    {
    }

    protected void Give(TAnswer answer) => _answer.TrySetResult(answer);
}
