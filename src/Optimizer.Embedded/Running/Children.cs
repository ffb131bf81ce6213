using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Starts the children that a turn asked for, in the turn's own transaction.</summary>
/// <param name="core">The engine.</param>
/// <param name="parent">Whose turn.</param>
/// <param name="asked">What it asked for.</param>
/// <param name="isLast">Whether the parent's generation ends with this turn, so that no answer is told any more.</param>
internal sealed class Children(EngineCore core, LiveInstance parent, IReadOnlyList<Command> asked, bool isLast)
{
    // Most turns start none.
    private List<(LiveInstance Child, LiveInstance? Replaced)>? _started;
    private List<Message>? _refused;

    public void Apply(IEngineStore store)
    {
        for (var at = 0; at < asked.Count; at++)
        {
            if (asked[at] is Command.RunChild child)
            {
                Start(store, child);
            }
        }
    }

    public void Undo()
    {
        foreach (var (child, replaced) in _started ?? [])
        {
            if (replaced is null)
            {
                core.Instances.TryRemove(new(child.Id, child));
            }
            else
            {
                core.Instances.TryUpdate(child.Id, replaced, child);
            }
        }

        foreach (var message in _refused ?? [])
        {
            parent.Written.Take(message.Sequence);
        }

        (_started, _refused) = (null, null);
    }

    /// <summary>Their start is durable.</summary>
    public void Begin()
    {
        _started?.ForEach(started => core.Wake(started.Child));
        _refused?.ForEach(message => core.Post(parent, message));
    }

    private void Start(IEngineStore store, Command.RunChild child)
    {
        var now = core.Now;
        if (core.Registry.Newest(child.Name) is not { } code)
        {
            Refuse(store, child, now, new(FailureTypes.UnknownWorkflow, $"no workflow named '{child.Name}' is registered", CanRetry: false));
            return;
        }

        var live = core.NewInstance(
            child.ChildId, code.Name, code.Version, child.Input, new(parent, parent.Written.Generation, child.Step), parent.Trace);
        if (!TryReserve(live, out var replaced))
        {
            Refuse(store, child, now, new(FailureTypes.InstanceExists, $"an instance '{child.ChildId}' is already there and not finished"));
            return;
        }

        (_started ??= []).Add((live, replaced));
        if (store.Find(child.ChildId) is { } finished)
        {
            store.Delete(finished.Key);
        }

        live.LastAt = now;
        live.Written.Key = store.Insert(new(
            child.ChildId, code.Name, code.Version, now, child.Input, StartOptions.NoTags, parent.Trace,
            new(parent.Written.Key, parent.Written.Generation, child.Step)));
    }

    // One that has ended, but is still on its way out of memory, does not stand in the way.
    private bool TryReserve(LiveInstance live, out LiveInstance? replaced)
    {
        replaced = null;
        if (core.Instances.TryAdd(live.Id, live))
        {
            return true;
        }

        return core.Instances.TryGetValue(live.Id, out replaced)
            && replaced.Written.State.IsFinished()
            && core.Instances.TryUpdate(live.Id, live, replaced);
    }

    private void Refuse(IEngineStore store, Command.RunChild child, long now, Failure failure)
    {
        if (!isLast)
        {
            (_refused ??= []).Add(Instances.Keep(store, parent, now, new Message.ChildFailed(parent.Written.Generation, child.Step, failure)));
        }
    }
}
