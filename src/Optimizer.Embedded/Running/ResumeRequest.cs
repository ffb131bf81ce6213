using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Lets a suspended or parked instance go on with what came meanwhile.</summary>
internal sealed class ResumeRequest(EngineCore core, LiveInstance instance) : Request<ControlAnswer>, IThreadPoolWorkItem
{
    private ControlAnswer _given;
    private RunState _before;
    private int _epoch;
    private Recovered? _recovered;

    private bool Changes => _given == ControlAnswer.Done && _before != RunState.Running;

    public override void Apply(IEngineStore store)
    {
        var written = instance.Written;
        _given = written.IsGone ? ControlAnswer.AlreadyFinished : ControlAnswer.Done;
        _before = written.State;
        if (Changes)
        {
            written.State = RunState.Running;
            store.SetState(written.Key, RunState.Running, core.Now, null, null);
            store.SetAttempts(written.Key, 0);
            _epoch = written.Epoch;
            _recovered = Recovered.Read(store, instance);
        }
    }

    public override void Undo()
    {
        if (Changes)
        {
            instance.Written.State = _before;
        }
    }

    public override void Durable()
    {
        if (Changes)
        {
            core.Quiet.Enter();
            core.Work.Add(this, isNext: false);
        }
        else
        {
            Give(_given);
        }
    }

    public void Execute()
    {
        lock (instance)
        {
            (instance.State, instance.Epoch, instance.Attempts, instance.IsOnTrial) = (RunState.Running, _epoch, 0, false);
        }

        _recovered!.GoOn(core, instance);
        Give(_given);
        core.Quiet.Exit();
    }
}
