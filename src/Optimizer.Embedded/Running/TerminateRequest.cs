using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Ends an instance, and its children if asked to, in one transaction.</summary>
internal sealed class TerminateRequest(EngineCore core, LiveInstance instance, string reason, bool children) : Request<ControlAnswer>
{
    private readonly List<(LiveInstance Instance, RunState Before)> _ended = [];
    private readonly List<(LiveInstance Parent, Message Message)> _told = [];
    private ControlAnswer _given;

    public override void Apply(IEngineStore store)
    {
        _given = instance.Written.IsGone ? ControlAnswer.AlreadyFinished : ControlAnswer.Done;
        if (_given == ControlAnswer.Done)
        {
            End(store, instance);
        }
    }

    public override void Undo()
    {
        foreach (var (ended, before) in _ended)
        {
            ended.Written.State = before;
        }

        foreach (var (parent, message) in _told)
        {
            parent.Written.Take(message.Sequence);
        }

        _ended.Clear();
        _told.Clear();
    }

    public override void Durable()
    {
        foreach (var (ended, _) in _ended)
        {
            Instances.End(core, ended, RunState.Terminated);
        }

        foreach (var (parent, message) in _told)
        {
            core.Post(parent, message);
        }

        Give(_given);
    }

    private void End(IEngineStore store, LiveInstance ending)
    {
        var now = core.Now;
        _ended.Add((ending, ending.Written.State));
        ending.Written.State = RunState.Terminated;
        store.Finish(ending.Written.Key, RunState.Terminated, now, null, null, reason);
        if (Instances.TellParent(store, ending, now, null, new(FailureTypes.Terminated, $"it was terminated: {reason}")) is { } told)
        {
            _told.Add(told);
        }

        if (!children)
        {
            return;
        }

        foreach (var row in store.Children(ending.Written.Key))
        {
            if (!row.State.IsFinished() && core.Instances.TryGetValue(row.Id, out var child) && !child.Written.IsGone)
            {
                End(store, child);
            }
        }
    }
}
