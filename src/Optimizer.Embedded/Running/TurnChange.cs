using Optimizer.Embedded.History;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Replay;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>
/// A turn, made durable as one: what was told, what was asked, timers, children, status, end. Only then are its activities
/// begun and its answers given.
/// </summary>
internal sealed class TurnChange(EngineCore core, LiveInstance instance, Turn turn, CoroutineTurn done) : Change, IThreadPoolWorkItem
{
    private readonly WrittenState _written = instance.Written;
    private readonly int _epoch = instance.Epoch;
    private readonly int _generation = instance.Generation;
    private readonly ReadOnlyMemory<byte> _body = turn.End is Ending.Continued ? default : TurnJson.Write(turn);
    private readonly Children _children = new(core, instance, turn.Asked, isLast: turn.End is not null);
    private (RunState State, int Generation, HashSet<long>? Untaken) _before;
    private Payload? _nextInput;
    private int _nextVersion;
    private (LiveInstance Instance, Message Message)? _toParent;
    private InstanceStatus? _ended;
    private bool _counts;

    public override void Apply(IEngineStore store)
    {
        _counts = !_written.IsGone && _written.Epoch == _epoch;
        if (!_counts)
        {
            return;
        }

        _before = (_written.State, _written.Generation, _written.Untaken is null ? null : [.. _written.Untaken]);
        foreach (var message in turn.Told)
        {
            _written.Take(message.Sequence);
        }

        _children.Apply(store);
        if (turn.End is Ending.Continued next)
        {
            ContinueAsNew(store, next);
        }
        else
        {
            store.Append(_written.Key, RecordKind.Turn, turn.At, done.OpenActivities > 0 || _written.Untaken is not null, _body);
            foreach (var step in done.TimersCleared)
            {
                store.RemoveTimer(_written.Key, step);
            }

            foreach (var timer in done.TimersSet)
            {
                store.AddTimer(new(_written.Key, timer.Step, timer.Due!.Value));
            }
        }

        if (turn.Status is { } status)
        {
            store.SetStatus(_written.Key, status);
        }

        if (instance.Attempts > 0)
        {
            store.SetAttempts(_written.Key, 0);
        }

        if (turn.End is Ending.Completed or Ending.Failed)
        {
            Finish(store, turn.End);
        }
    }

    public override void Undo()
    {
        if (_counts)
        {
            _children.Undo();
            (_written.State, _written.Generation, _written.Untaken) = _before;
            if (_toParent is { } answer)
            {
                answer.Instance.Written.Take(answer.Message.Sequence);
                _toParent = null;
            }
        }
    }

    public override void Durable() => core.Work.Add(this, isNext: false);

    public override void Broken(Exception fault)
    {
        lock (instance)
        {
            instance.PutBack(turn.Told);
            instance.Code = null;
        }

        core.Writer.Submit(new ParkChange(core, instance, $"its turn cannot be stored: {fault.Message}", EndsTurn: true));
    }

    /// <summary>The turn is durable: on the pool, what it asked for begins.</summary>
    public void Execute()
    {
        if (!_counts)
        {
            lock (instance)
            {
                if (!instance.State.IsFinished())
                {
                    instance.PutBack(turn.Told);
                }
            }

            Rest();
            return;
        }

        switch (turn.End)
        {
            case null:
                GoOn();
                break;
            case Ending.Continued next:
                lock (instance)
                {
                    core.Timers.Cancelled(instance.Timers);
                    instance.Continue(_generation + 1, _nextVersion, _nextInput!.Value, next.Unread);
                    (instance.LastAt, instance.Attempts) = (turn.At, 0);
                }

                _children.Begin();
                Rest();
                break;
            default:
                Instances.End(core, instance, turn.End is Ending.Completed ? RunState.Completed : RunState.Failed, _ended);
                if (turn.End is Ending.Failed failed)
                {
                    EngineLog.Failed(core.Log, instance.Id, instance.Workflow, failed.Failure.Message);
                }

                if (_toParent is { } answer)
                {
                    core.Post(answer.Instance, answer.Message);
                }

                _children.Begin();
                core.Quiet.Exit();
                break;
        }
    }

    private void GoOn()
    {
        lock (instance)
        {
            (instance.LastAt, instance.HasTurns, instance.Input, instance.Attempts) = (turn.At, true, null, 0);
            for (var place = 0; place < turn.Told.Count; place++)
            {
                instance.EndActivity(turn.Told[place]);
            }

            (instance.Events, instance.Bytes) = (instance.Events + turn.Events, instance.Bytes + _body.Length);
        }

        foreach (var step in done.TimersCleared)
        {
            core.Timers.Cancel(instance, step);
        }

        foreach (var timer in done.TimersSet)
        {
            core.Timers.Add(instance, _generation, timer.Step, timer.Due!.Value);
        }

        _children.Begin();
        var calls = Calls();
        core.Quiet.Enter();
        Rest();
        foreach (var timer in done.TimersSet)
        {
            core.Timers.Added(timer.Due!.Value);
        }

        Begin(calls);
        core.Quiet.Exit();
    }

    // By place, and made when needed: at every turn, an enumerator or an empty list is an object to collect.
    private List<ActivityRun>? Calls()
    {
        List<ActivityRun>? calls = null;
        for (var at = 0; at < turn.Asked.Count; at++)
        {
            if (turn.Asked[at] is Command.CallActivity call)
            {
                (calls ??= []).Add(new(core, instance, _generation, call));
            }
        }

        return calls;
    }

    // A lone activity begins here and now, which spares a change of threads; several must not wait for each other.
    private static void Begin(List<ActivityRun>? calls)
    {
        if (calls is [var lone])
        {
            lone.BeginHere();
        }
        else
        {
            calls?.ForEach(call => call.Begin());
        }
    }

    private void Rest()
    {
        lock (instance)
        {
            instance.Rest();
        }

        if (_counts)
        {
            core.Cache.Touched(instance);
        }

        core.Wake(instance);
        core.Quiet.Exit();
    }

    private void ContinueAsNew(IEngineStore store, Ending.Continued next)
    {
        foreach (var signal in next.Unread)
        {
            _written.Keep(signal.Sequence);
        }

        (_nextInput, _nextVersion) = (next.Input, core.Registry.Newest(instance.Workflow)?.Version ?? instance.Version);
        _written.Generation++;
        store.DeleteRecords(_written.Key, (IReadOnlyCollection<long>?)_written.Untaken ?? []);
        store.RemoveTimers(_written.Key);
        store.Continue(_written.Key, turn.At, _written.Generation, _nextVersion, next.Input);
    }

    private void Finish(IEngineStore store, Ending end)
    {
        var (state, output, failure) = end switch
        {
            Ending.Completed completed => (RunState.Completed, completed.Output, default(Failure)),
            Ending.Failed failed => (RunState.Failed, default(Payload?), failed.Failure),
            _ => throw new InvalidOperationException($"unknown ending {end.GetType().Name}"),
        };
        _written.State = state;
        store.Finish(_written.Key, state, turn.At, output, failure, null);
        _toParent = Instances.TellParent(store, instance, turn.At, output, failure);
        lock (instance)
        {
            // Read here it costs those who wait no way to the writer and back.
            _ended = instance.IsAwaited ? StatusReader.Read(store, instance.Id) : null;
        }
    }
}
