using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Marks, before it begins, an activity that must not be repeated.</summary>
internal sealed class BegunChange(LiveInstance instance, int generation, int step, long at) : Change
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _counts;

    /// <summary>True: the mark is durable. False: the instance has ended or gone on without this step.</summary>
    public Task<bool> IsDurable => _done.Task;

    public override void Apply(IEngineStore store)
    {
        _counts = !instance.Written.IsGone && instance.Written.Generation == generation;
        if (_counts)
        {
            store.Append(instance.Written.Key, RecordKind.Begun, at, busy: true, BegunJson.Write(step));
        }
    }

    public override void Durable() => _done.SetResult(_counts);

    public override void Broken(Exception fault) => _done.SetResult(false);
}
