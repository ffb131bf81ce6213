using Optimizer.Embedded.Inspection;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

/// <summary>A history as an engine would tell it, written turn by turn.</summary>
internal sealed class MadeUp
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly List<HistoryEntry> _entries = [];
    private int _turn;
    private int _step;

    public DateTimeOffset Now { get; private set; } = Start;

    public static InstanceStatus Status(string id = "play-newsletter", RunState state = RunState.Running) => new()
    {
        InstanceId = id,
        Workflow = "Play",
        Version = 1,
        State = state,
        CreatedAt = Start,
        UpdatedAt = Start,
        Generation = 1,
        Input = Payload.Of(new { slug = "newsletter", week = 12 }),
        Tags = new Dictionary<string, string>(),
    };

    public MadeUp Turn(double secondsLater = 0)
    {
        Now += TimeSpan.FromSeconds(secondsLater);
        _turn++;
        return Add(HistoryKind.Turn);
    }

    /// <summary>Stands before the first turn, as the engine tells it.</summary>
    public MadeUp Began(object input) => Add(HistoryKind.Started, name: "Play", payload: input);

    /// <summary>Asks for an activity; its step is the next number.</summary>
    public MadeUp Call(string name, object input, int attempt = 1) => Add(HistoryKind.ActivityScheduled, _step++, name, input, attempt: attempt);

    public MadeUp Begun(int step, double secondsLater)
    {
        Now += TimeSpan.FromSeconds(secondsLater);
        _entries.Add(new() { At = Now, Turn = 0, Kind = HistoryKind.ActivityBegun, Step = step });
        return this;
    }

    public MadeUp Answer(int step, object output) => Add(HistoryKind.ActivityCompleted, step, payload: output);

    public MadeUp Fail(int step, Failure failure) => Add(HistoryKind.ActivityFailed, step, failure: failure);

    public MadeUp Run(string workflow, string child, object input) => Add(HistoryKind.ChildStarted, _step++, workflow, input, child: child, attempt: 1);

    public MadeUp ChildAnswer(int step, object output) => Add(HistoryKind.ChildCompleted, step, payload: output);

    public MadeUp ChildFail(int step, Failure failure) => Add(HistoryKind.ChildFailed, step, failure: failure);

    public MadeUp Sleep(double seconds) => Add(HistoryKind.TimerSet, _step++, due: Now + TimeSpan.FromSeconds(seconds));

    public MadeUp Wait(string signal, double? seconds = null) =>
        Add(HistoryKind.WaitBegun, _step++, signal, due: seconds is { } until ? Now + TimeSpan.FromSeconds(until) : null);

    public MadeUp Fired(int step) => Add(HistoryKind.TimerFired, step);

    public MadeUp Signalled(string name, object payload) => Add(HistoryKind.SignalDelivered, null, name, payload);

    public MadeUp Shows(object status) => Add(HistoryKind.StatusSet, payload: status);

    public MadeUp Ended(HistoryKind kind, object? payload = null, Failure? failure = null) => Add(kind, payload: payload, failure: failure);

    public MadeUp Kept(string signal, object payload, double secondsLater)
    {
        Now += TimeSpan.FromSeconds(secondsLater);
        _entries.Add(new() { At = Now, Turn = 0, Kind = HistoryKind.Kept, Name = signal, Payload = Payload.Of(payload) });
        return this;
    }

    public InstanceHistory History(InstanceStatus? status = null) => new((status ?? Status()) with { UpdatedAt = Now }, [.. _entries]);

    private MadeUp Add(
        HistoryKind kind, int? step = null, string? name = null, object? payload = null, Failure? failure = null, string? child = null,
        DateTimeOffset? due = null, int? attempt = null)
    {
        _entries.Add(new()
        {
            At = Now,
            Turn = _turn,
            Kind = kind,
            Step = step,
            Name = name,
            Payload = payload is null ? null : Payload.Of(payload),
            Failure = failure,
            ChildId = child,
            Due = due,
            Attempt = attempt,
        });
        return this;
    }
}
