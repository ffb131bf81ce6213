using System.Diagnostics;
using System.Globalization;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Replay;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using Activity = System.Diagnostics.Activity;
using ActivityContext = System.Diagnostics.ActivityContext;

namespace Optimizer.Embedded.Running;

/// <summary>Takes turns: brings the code back when it was let go, tells it what came, hands what it did to the writer.</summary>
internal sealed class Turns(EngineCore core)
{
    /// <summary>Takes a turn of an instance; the caller is on the pool and has a slot.</summary>
    public void Take(LiveInstance instance)
    {
        IReadOnlyList<Message>? told;
        Coroutine? coroutine;
        Payload? input;
        lock (instance)
        {
            told = instance.Take();
            (coroutine, input) = (instance.Code, instance.HasTurns ? null : instance.Input);
        }

        if (told is null)
        {
            core.TurnSlots.Exit();
            core.Quiet.Exit();
        }
        else if (coroutine is not null)
        {
            Run(instance, told, coroutine);
        }
        else if (input is not null)
        {
            Begin(instance, told, input.Value);
        }
        else
        {
            core.Writer.Submit(new LoadChange(core, instance, told));
        }
    }

    /// <summary>Goes on with a turn after its instance's records were read.</summary>
    public void Loaded(LiveInstance instance, IReadOnlyList<Message> told, Payload input, Story story)
    {
        if (Code(instance) is not { } code)
        {
            Park(instance, told, MissingCode(instance));
            return;
        }

        var coroutine = NewCoroutine(instance, code, input);
        using (var watch = core.Watchdog.Watch(instance, told))
        {
            var mismatch = Replayer.Mismatch(coroutine, story.Turns);
            if (!watch.End())
            {
                return;
            }

            if (mismatch is not null)
            {
                Park(instance, told, $"its code does not fit its history: {mismatch}. Bring the old code back, or register the change as a new version, then resume");
                return;
            }
        }

        core.Metrics.Replay(instance.Workflow, story.Turns.Count);
        lock (instance)
        {
            (instance.Code, instance.Events, instance.Bytes) = (coroutine, story.Events, story.Bytes);
        }

        Run(instance, told, coroutine);
    }

    /// <summary>The instance has ended while its turn waited for its records.</summary>
    public void Ended(LiveInstance instance)
    {
        lock (instance)
        {
            instance.Rest();
        }

        core.TurnSlots.Exit();
        core.Quiet.Exit();
    }

    /// <summary>Stops an instance for a person to mend; its slot is given back.</summary>
    public void Park(LiveInstance instance, IReadOnlyList<Message> told, string reason)
    {
        lock (instance)
        {
            instance.PutBack(told);
            instance.Code = null;
        }

        core.TurnSlots.Exit();
        core.Writer.Submit(new ParkChange(core, instance, reason, EndsTurn: true));
    }

    private void Begin(LiveInstance instance, IReadOnlyList<Message> told, Payload input)
    {
        if (Code(instance) is not { } code)
        {
            Park(instance, told, MissingCode(instance));
            return;
        }

        var coroutine = NewCoroutine(instance, code, input);
        lock (instance)
        {
            instance.Code = coroutine;
        }

        Run(instance, told, coroutine);
    }

    private void Run(LiveInstance instance, IReadOnlyList<Message> told, Coroutine coroutine)
    {
        var at = Math.Max(core.Now, instance.LastAt);
        foreach (var message in told)
        {
            // A clock set back must not wake anybody before the time that was waited for.
            at = message is Message.TimerFired fired ? Math.Max(at, fired.Due) : at;
        }

        var started = Stopwatch.GetTimestamp();
        CoroutineTurn turn;
        using (var span = EngineMetrics.Traces.HasListeners() ? Span(instance) : null)
        using (var watch = core.Watchdog.Watch(instance, told))
        {
            try
            {
                turn = coroutine.Run(at, told);
            }
            catch (Exception fault)
            {
                // Its own exceptions end in its task; what comes this way was thrown beside it, as by an async void method.
                if (watch.End())
                {
                    Park(instance, told, fault is StrayException ? fault.Message : $"its code threw beside its own task: {fault.GetType().Name}: {fault.Message}");
                }

                return;
            }

            if (!watch.End())
            {
                // It came back after all, too late: the instance is parked and the slot given to others.
                return;
            }
        }

        core.Metrics.Turn(instance.Workflow, Stopwatch.GetElapsedTime(started));
        var record = new Turn(at, turn.Told, turn.Asked, turn.Status, turn.End);
        var events = instance.Events + record.Events;
        if (events > core.Options.MaxHistoryEvents && turn.End is null)
        {
            Park(instance, told, string.Create(CultureInfo.InvariantCulture, $"its history would grow to {events:#,0} events in one generation, more than {core.Options.MaxHistoryEvents:#,0}; let its code continue as new before, then resume"));
            return;
        }

        Warn(instance, events);
        core.TurnSlots.Exit();
        core.Writer.Submit(new TurnChange(core, instance, record, turn));
    }

    private void Warn(LiveInstance instance, int events)
    {
        var warning = core.Options.MaxHistoryEvents * 2 / 5;
        if (instance.Events < warning && events >= warning)
        {
            EngineLog.LongHistory(core.Log, instance.Id, instance.Workflow, events, core.Options.MaxHistoryEvents);
        }
    }

    private WorkflowCode? Code(LiveInstance instance) => core.Registry.Find(instance.Workflow, instance.Version)
        ?? (core.Options.VersionMatch == VersionMatch.CurrentOrNewer
            ? core.Registry.Workflows.FirstOrDefault(code =>
                string.Equals(code.Name, instance.Workflow, StringComparison.OrdinalIgnoreCase) && code.Version > instance.Version)
            : null);

    private string MissingCode(LiveInstance instance)
    {
        var versions = core.Registry.Workflows
            .Where(code => string.Equals(code.Name, instance.Workflow, StringComparison.OrdinalIgnoreCase))
            .Select(code => code.Version.ToString(CultureInfo.InvariantCulture))
            .ToList();
        return versions.Count == 0
            ? $"no workflow named '{instance.Workflow}' is registered"
            : $"it is pinned to version {instance.Version} of '{instance.Workflow}', and only {string.Join(", ", versions)} is registered";
    }

    private Coroutine NewCoroutine(LiveInstance instance, WorkflowCode code, Payload input)
    {
        Coroutine? coroutine = null;
        coroutine = new(code, instance.Id, instance.Generation, input, core.Limits, how => Strayed(instance, coroutine!, how));
        return coroutine;
    }

    // The code went on outside a turn: what it did there is unknown, so it is not trusted with another.
    private void Strayed(LiveInstance instance, Coroutine coroutine, string how)
    {
        lock (instance)
        {
            if (instance.Code != coroutine)
            {
                return;
            }
        }

        core.Writer.Submit(new ParkChange(core, instance, how, EndsTurn: false));
    }

    private static Activity? Span(LiveInstance instance)
    {
        var parent = ActivityContext.TryParse(instance.Trace, null, out var context) ? context : default;
        return EngineMetrics.Traces.StartActivity($"workflow {instance.Workflow}", ActivityKind.Internal, parent)
            ?.SetTag("optimizer.instance", instance.Id)
            .SetTag("optimizer.generation", instance.Generation);
    }
}
