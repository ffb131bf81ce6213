using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Stops an instance until a person has mended what the reason says.</summary>
/// <param name="core">The engine.</param>
/// <param name="instance">Which one.</param>
/// <param name="reason">What to mend.</param>
/// <param name="EndsTurn">Whether it stands for a turn that was taken and does not count.</param>
internal sealed class ParkChange(EngineCore core, LiveInstance instance, string reason, bool EndsTurn) : Change, IThreadPoolWorkItem
{
    /// <summary>Type of the failure of a parked instance.</summary>
    public const string FailureType = "optimizer.parked";

    private RunState _before;
    private bool _counts;

    public override void Apply(IEngineStore store)
    {
        var written = instance.Written;
        _counts = !written.IsGone && written.State != RunState.Parked;
        if (_counts)
        {
            _before = written.State;
            written.State = RunState.Parked;
            written.Epoch++;
            store.SetState(written.Key, RunState.Parked, core.Now, null, new(FailureType, reason, CanRetry: false));
        }
    }

    public override void Undo()
    {
        if (_counts)
        {
            instance.Written.State = _before;
            instance.Written.Epoch--;
        }
    }

    public override void Durable()
    {
        if (_counts)
        {
            EngineLog.Parked(core.Log, instance.Id, instance.Workflow, reason);
            core.Metrics.Parked(instance.Workflow);
            lock (instance)
            {
                instance.State = RunState.Parked;
                instance.Code = null;
            }
        }

        if (EndsTurn)
        {
            core.Work.Add(this, isNext: false);
        }
    }

    public override void Broken(Exception fault)
    {
        // It cannot even be marked: it stands still in memory, and the log says so.
        if (EndsTurn)
        {
            core.Quiet.Exit();
        }
    }

    public void Execute()
    {
        lock (instance)
        {
            instance.Rest();
        }

        core.Wake(instance);
        core.Quiet.Exit();
    }
}
