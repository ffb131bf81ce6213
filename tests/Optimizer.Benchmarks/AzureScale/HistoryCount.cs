using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>Counts histories while they are written, those of generations that are forgotten included.</summary>
/// <param name="skipped">Name of a workflow that is not counted; null when all are.</param>
internal sealed class HistoryCount(string? skipped = null)
{
    private readonly Dictionary<long, Recorded> _instances = [];
    private readonly Dictionary<string, Tally> _workflows = [];
    private readonly Dictionary<long, Tally> _minutes = [];

    public IReadOnlyDictionary<string, Tally> Workflows => _workflows;

    /// <summary>By the start of the minute, UTC.</summary>
    public IEnumerable<(DateTimeOffset At, Tally Tally)> Minutes =>
        _minutes.Select(each => (new DateTimeOffset(each.Key * TimeSpan.TicksPerMinute, TimeSpan.Zero), each.Value));

    public void Started(long key, NewInstance instance) =>
        Add(_instances[key] = new(instance.Workflow), instance.CreatedAt, new Tally { Starts = 1 } + Of(instance.Input));

    public void Kept(long key, long sequence, long at, ReadOnlyMemory<byte> body)
    {
        var (instance, message) = (_instances[key], MessageJson.Read(body, sequence));
        instance.Untold.Add(sequence, message);
        if (message is Message.Signalled signal)
        {
            Add(instance, at, new Tally { Signals = 1 } + Of(signal.Payload));
        }
    }

    public void Turned(long key, long at, ReadOnlyMemory<byte> body)
    {
        var instance = _instances[key];
        var turn = TurnJson.Read(at, body, sequence => instance.Untold.Remove(sequence, out var message)
            ? message
            : throw new InvalidOperationException($"a turn is told record {sequence}, which was not kept"));
        var tally = new Tally
        {
            Turns = 1,
            Activities = turn.Asked.Count(asked => asked is Command.CallActivity),
            Children = turn.Asked.Count(asked => asked is Command.RunChild),
            Ended = turn.End is null ? 0 : 1,
            Fired = turn.Told.Count(told => told is Message.TimerFired),
            RowsRead = Read(instance),
            Timers = turn.Asked.Count(asked => asked.Due is not null),
        };
        foreach (var payload in turn.Told.Select(Carried).Concat(turn.Asked.Select(Carried)).OfType<Payload>())
        {
            tally += Of(payload);
        }

        // The first turn also leaves the row that says with what the generation began.
        instance.Rows += StorageModel.Rows(turn.Told.Count, tally) + (instance.Rows == 0 ? 1 : 0);
        Add(instance, at, tally);
    }

    /// <summary>The turn that ended a generation is not kept: what woke it is what was left over.</summary>
    public void Continued(long key, long at, Payload input)
    {
        var instance = _instances[key];
        var isFired = !instance.HasHeard && instance.Timers.Count > 0;
        Add(instance, at, new Tally { Turns = 1, Continued = 1, Fired = isFired ? 1 : 0, RowsRead = Read(instance) } + Of(input));
        instance.Timers.Clear();
        (instance.HasHeard, instance.Rows) = (false, 0);
    }

    /// <summary>A generation ends; what its last turn was told goes with it.</summary>
    public void Forgotten(long key, IReadOnlyCollection<long> kept)
    {
        var instance = _instances[key];
        foreach (var sequence in instance.Untold.Keys.Except(kept).ToList())
        {
            instance.Untold.Remove(sequence);
            instance.HasHeard = true;
        }
    }

    public void TimerSet(TimerRow timer) => _instances[timer.Instance].Timers.Add(timer.Step);

    public void TimerCleared(long key, int step) => _instances[key].Timers.Remove(step);

    private static long Read(Recorded instance) => instance.Rows == 0 ? 0 : instance.Rows + 1;

    private static Payload? Carried(Message told) => told switch
    {
        Message.ActivityCompleted completed => completed.Output,
        Message.ChildCompleted completed => completed.Output,
        _ => null,
    };

    private static Payload? Carried(Command asked) => asked switch
    {
        Command.CallActivity call => call.Input,
        _ => null,
    };

    private static Tally Of(Payload payload) => new() { Bytes = payload.Bytes, Large = payload.Bytes > StorageModel.LargeBytes ? 1 : 0 };

    private void Add(Recorded instance, long at, Tally tally)
    {
        if (instance.Workflow == skipped)
        {
            return;
        }

        var minute = at / TimeSpan.TicksPerMinute;
        _workflows[instance.Workflow] = _workflows.GetValueOrDefault(instance.Workflow) + tally;
        _minutes[minute] = _minutes.GetValueOrDefault(minute) + tally;
    }
}
