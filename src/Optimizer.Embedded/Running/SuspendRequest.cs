using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Stops an instance until it is resumed; one that is parked stays parked.</summary>
internal sealed class SuspendRequest(EngineCore core, LiveInstance instance, string reason) : Request<ControlAnswer>
{
    private ControlAnswer _given;
    private bool _changed;

    public override void Apply(IEngineStore store)
    {
        var written = instance.Written;
        _given = written.IsGone ? ControlAnswer.AlreadyFinished : ControlAnswer.Done;
        _changed = written is { IsGone: false, State: RunState.Running };
        if (_changed)
        {
            written.State = RunState.Suspended;
            store.SetState(written.Key, RunState.Suspended, core.Now, reason, null);
        }
    }

    public override void Undo()
    {
        if (_changed)
        {
            instance.Written.State = RunState.Running;
        }
    }

    public override void Durable()
    {
        if (_changed)
        {
            lock (instance)
            {
                instance.State = RunState.Suspended;
            }
        }

        Give(_given);
    }
}
