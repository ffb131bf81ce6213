using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>What is the same however an instance ends.</summary>
internal static class Instances
{
    /// <summary>Keeps a child's answer for its parent, in the transaction that ends the child; null when nobody waits.</summary>
    public static (LiveInstance Parent, Message Message)? TellParent(
        IEngineStore store, LiveInstance child, long at, Payload? output, Failure? failure)
    {
        if (child.Parent is not { } parent || parent.Instance.Written is var written && (written.IsGone || written.Generation != parent.Generation))
        {
            return null;
        }

        Message message = failure is null
            ? new Message.ChildCompleted(parent.Generation, parent.Step, output!.Value)
            : new Message.ChildFailed(parent.Generation, parent.Step, failure);
        return (parent.Instance, Keep(store, parent.Instance, at, message));
    }

    /// <summary>Keeps a message for an instance until a turn is told of it.</summary>
    public static Message Keep(IEngineStore store, LiveInstance instance, long at, Message message)
    {
        var sequence = store.Append(instance.Written.Key, RecordKind.Message, at, busy: true, MessageJson.Record(message));
        instance.Written.Keep(sequence);
        return message with { Sequence = sequence };
    }

    /// <summary>Takes an instance that ended out of memory, and tells who waits for it.</summary>
    /// <param name="core">The engine.</param>
    /// <param name="instance">Which one.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="status">The same at length, for who waits; null when they have to read it.</param>
    public static void End(EngineCore core, LiveInstance instance, RunState state, InstanceStatus? status = null)
    {
        int timers;
        (int Dropped, IReadOnlyList<TaskCompletionSource<InstanceStatus?>> Waiters) left;
        lock (instance)
        {
            timers = instance.Timers;
            left = instance.Finish(state);
        }

        core.Timers.Cancelled(timers);
        core.Cache.Forget(instance);
        core.Instances.TryRemove(new(instance.Id, instance));
        if (left.Dropped > 0)
        {
            EngineLog.SignalsDropped(core.Log, instance.Id, left.Dropped);
        }

        foreach (var waiter in left.Waiters)
        {
            waiter.TrySetResult(status);
        }
    }
}
