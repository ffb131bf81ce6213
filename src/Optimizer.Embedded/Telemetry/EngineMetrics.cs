using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Optimizer.Embedded.Telemetry;

/// <summary>What an OpenTelemetry collector sees of the engine: meter and source <c>Optimizer.Engine</c>.</summary>
internal sealed class EngineMetrics : IDisposable
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Optimizer.Engine";

    /// <summary>Traces: a span for each turn and each activity, children of who started the instance.</summary>
    public static readonly ActivitySource Traces = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _turns;
    private readonly Counter<long> _activities;
    private readonly Counter<long> _replays;
    private readonly Counter<long> _timers;
    private readonly Counter<long> _parked;
    private readonly Histogram<double> _turnTime;
    private readonly Histogram<double> _activityTime;
    private readonly Histogram<double> _commitTime;
    private readonly Histogram<int> _commitSize;
    private readonly Histogram<int> _replayLength;
    private readonly Histogram<double> _timerDelay;
    private long _replayed;

    public EngineMetrics()
    {
        _turns = _meter.CreateCounter<long>("optimizer.engine.turns", "{turn}", "Turns taken");
        _activities = _meter.CreateCounter<long>("optimizer.engine.activities", "{activity}", "Activities ended, by how");
        _replays = _meter.CreateCounter<long>("optimizer.engine.replays", "{replay}", "Workflows brought back from their history");
        _timers = _meter.CreateCounter<long>("optimizer.engine.timers", "{timer}", "Timers that came due");
        _parked = _meter.CreateCounter<long>("optimizer.engine.parked", "{instance}", "Instances parked");
        _turnTime = _meter.CreateHistogram<double>("optimizer.engine.turn.duration", "s", "Time of a turn's code");
        _activityTime = _meter.CreateHistogram<double>("optimizer.engine.activity.duration", "s", "Time of an activity");
        _commitTime = _meter.CreateHistogram<double>("optimizer.engine.commit.duration", "s", "Time of a transaction with its flush");
        _commitSize = _meter.CreateHistogram<int>("optimizer.engine.commit.size", "{change}", "Changes made durable by one flush");
        _replayLength = _meter.CreateHistogram<int>("optimizer.engine.replay.length", "{turn}", "Turns of a replay");
        _timerDelay = _meter.CreateHistogram<double>("optimizer.engine.timer.delay", "s", "How long after its due time a timer fired");
    }

    /// <summary>Replays since the engine opened.</summary>
    public long Replayed => Interlocked.Read(ref _replayed);

    /// <summary>Shows how long the queues are.</summary>
    public void Watch(Func<EngineHealth> health)
    {
        Gauge("optimizer.engine.instances.live", "{instance}", "Instances that are not finished", now => now.Live);
        Gauge("optimizer.engine.instances.parked", "{instance}", "Instances that are parked", now => now.Parked);
        Gauge("optimizer.engine.turns.queued", "{turn}", "Workflows that wait for a turn", now => now.TurnsQueued);
        Gauge("optimizer.engine.activities.queued", "{activity}", "Activities that wait for a place", now => now.ActivitiesQueued);
        Gauge("optimizer.engine.activities.running", "{activity}", "Activities that run", now => now.ActivitiesRunning);
        Gauge("optimizer.engine.changes.queued", "{change}", "Changes that wait for the writer", now => now.ChangesQueued);
        Gauge("optimizer.engine.timers.pending", "{timer}", "Timers that are not due yet", now => now.Timers);

        void Gauge(string name, string unit, string about, Func<EngineHealth, int> value) =>
            _meter.CreateObservableGauge(name, () => value(health()), unit, about);
    }

    public void Turn(string workflow, TimeSpan time)
    {
        if (_turns.Enabled || _turnTime.Enabled)
        {
            var tag = new KeyValuePair<string, object?>("workflow", workflow);
            _turns.Add(1, tag);
            _turnTime.Record(time.TotalSeconds, tag);
        }
    }

    public void Activity(string activity, bool failed, TimeSpan time)
    {
        if (_activities.Enabled || _activityTime.Enabled)
        {
            var tag = new KeyValuePair<string, object?>("activity", activity);
            _activities.Add(1, tag, new("failed", failed));
            _activityTime.Record(time.TotalSeconds, tag);
        }
    }

    public void Replay(string workflow, int turns)
    {
        Interlocked.Increment(ref _replayed);
        _replays.Add(1, new KeyValuePair<string, object?>("workflow", workflow));
        _replayLength.Record(turns);
    }

    public void Timer(TimeSpan late)
    {
        _timers.Add(1);
        _timerDelay.Record(late.TotalSeconds);
    }

    public void Parked(string workflow) => _parked.Add(1, new KeyValuePair<string, object?>("workflow", workflow));

    public void Committed(int changes, TimeSpan time)
    {
        _commitSize.Record(changes);
        _commitTime.Record(time.TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();
}
