using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Starts an instance whose id is reserved in memory.</summary>
internal sealed class StartRequest(EngineCore core, LiveInstance instance, StartOptions options) : Request<StartAnswer>
{
    private StartAnswer _given;

    public override void Apply(IEngineStore store)
    {
        var finished = store.Find(instance.Id);
        if (finished is not null && options.Reuse == Reuse.Never)
        {
            _given = StartAnswer.AlreadyFinished;
            return;
        }

        if (finished is not null)
        {
            store.Delete(finished.Key);
        }

        var now = core.Now;
        instance.LastAt = now;
        instance.Written.Key = store.Insert(new(
            instance.Id, instance.Workflow, instance.Version, now, instance.Input!.Value, options.Tags, instance.Trace, null));
        if (options.At is { } at)
        {
            store.AddTimer(new(instance.Written.Key, TimerQueue.StartStep, at.UtcTicks));
        }

        _given = StartAnswer.Started;
    }

    public override void Undo() => instance.Written.Key = 0;

    public override void Durable()
    {
        if (_given == StartAnswer.Started)
        {
            if (options.At is { } at)
            {
                core.Timers.Add(instance, instance.Generation, TimerQueue.StartStep, at.UtcTicks);
                core.Timers.Added(at.UtcTicks);
            }
            else
            {
                core.Wake(instance);
            }
        }
        else
        {
            Refused();
        }

        Give(_given);
    }

    protected override void Refused() => Instances.End(core, instance, RunState.Terminated);
}
