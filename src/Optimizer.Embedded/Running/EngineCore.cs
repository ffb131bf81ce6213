using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Replay;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Running;

/// <summary>The parts of a running engine, and how a message finds its way between them.</summary>
internal sealed class EngineCore
{
    public EngineCore(
        EngineOptions options, WorkflowRegistry registry, TimeProvider clock, IServiceProvider services, ILogger log, EngineMetrics metrics,
        IEngineStore store)
    {
        (Options, Registry, Clock, Services, Log, Metrics) = (options, registry, clock, services, log, metrics);
        (Limits, StoreId) = (Limits.Of(options), store.Id);
        if (clock is VirtualClock virtualClock)
        {
            Serial = new();
            VirtualTime = new(this, virtualClock, Serial);
            Quiet.Tell(Serial.Nudge);
        }

        Work = (IWorkQueue?)Serial ?? new PoolQueue();
        Writer = new(store, Quiet, metrics, log, Serial is null ? null : Serial.Nudge);
        TurnSlots = new(options.MaxTurns, Work);
        ActivitySlots = new(options.MaxActivities, Work);
        Timers = new(this);
        Turns = new(this);
        Watchdog = new(this);
        Cache = new(this);
        Retention = new(this);
    }

    public EngineOptions Options { get; }

    public WorkflowRegistry Registry { get; }

    public TimeProvider Clock { get; }

    public IServiceProvider Services { get; }

    public ILogger Log { get; }

    public EngineMetrics Metrics { get; }

    public Limits Limits { get; }

    /// <summary>Names the store among all that ever were.</summary>
    public string StoreId { get; }

    public Quiet Quiet { get; } = new();

    public Writer Writer { get; }

    public StatusCache Statuses { get; } = new();

    public IWorkQueue Work { get; }

    /// <summary>The one thread of an engine in virtual time; null in real time.</summary>
    public SerialQueue? Serial { get; }

    /// <summary>Null in real time.</summary>
    public VirtualTime? VirtualTime { get; }

    public Slots TurnSlots { get; }

    public Slots ActivitySlots { get; }

    public TimerQueue Timers { get; }

    public Turns Turns { get; }

    public Watchdog Watchdog { get; }

    public CodeCache Cache { get; }

    public Retention Retention { get; }

    /// <summary>Instances that are not finished, by id.</summary>
    public ConcurrentDictionary<string, LiveInstance> Instances { get; } = new(StringComparer.Ordinal);

    /// <summary>Cancelled when the grace of a stop is over.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>No activity is begun any more: it waits in the history for the next start.</summary>
    public bool IsDraining { get; set; }

    /// <summary>The recorded time of what happens now, UTC ticks.</summary>
    public long Now => Clock.GetUtcNow().UtcTicks;

    /// <summary>Begins to write and to work.</summary>
    public void Start()
    {
        if (Serial is null)
        {
            Writer.Start();
        }
        else
        {
            Serial.Start(Writer.WriteOnce, VirtualTime!.TryJump);
        }

        Watchdog.Start();
        Cache.Start();
    }

    /// <summary>A live instance that is not in the store yet.</summary>
    public LiveInstance NewInstance(string id, string workflow, int version, Payload input, ParentRef? parent, string? trace) =>
        new(id, workflow, Turns.Take) { Version = version, Input = input, Parent = parent, Trace = trace };

    /// <summary>Gives an instance a message and lets it run.</summary>
    public void Post(LiveInstance instance, Message message)
    {
        bool queued;
        lock (instance)
        {
            if (!instance.Put(message))
            {
                if (message.AnswersGeneration is not null)
                {
                    EngineLog.AnswerDropped(Log, StepOf(message), instance.Id);
                }

                return;
            }

            queued = instance.TryQueue();
        }

        if (queued)
        {
            Queue(instance);
        }
    }

    /// <summary>Lets an instance run, if it has anything to do.</summary>
    public void Wake(LiveInstance instance)
    {
        bool queued;
        lock (instance)
        {
            queued = instance.TryQueue();
        }

        if (queued)
        {
            Queue(instance);
        }
    }

    /// <summary>Gives an activity's answer; one that cannot be told now is kept in the store.</summary>
    public void Answer(LiveInstance instance, Message message)
    {
        bool isRunning;
        lock (instance)
        {
            isRunning = instance.State == Workflows.Instances.RunState.Running;
        }

        if (isRunning)
        {
            Post(instance, message);
        }
        else
        {
            Writer.Submit(new KeepAnswerChange(this, instance, message));
        }
    }

    // Counted until the instance rests, so that virtual time stands still meanwhile.
    private void Queue(LiveInstance instance)
    {
        Quiet.Enter();
        TurnSlots.Enter(instance);
    }

    private static int StepOf(Message message) => message switch
    {
        Message.ActivityCompleted completed => completed.Step,
        Message.ActivityFailed failed => failed.Step,
        Message.ChildCompleted completed => completed.Step,
        Message.ChildFailed failed => failed.Step,
        Message.TimerFired fired => fired.Step,
        _ => -1,
    };
}
