using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Ledger;

/// <summary>The log: rows are appended in batches, one per change, each proven by a hash that goes on from the one before.</summary>
internal sealed class LogTable : IDisposable
{
    private readonly Statement _readHead;
    private readonly Statement _setHead;
    private readonly Statement _event;
    private readonly Statement _definition;
    private readonly Statement _batch;
    private readonly Statement _zone;
    private readonly LogBytes _bytes = new();
    private readonly Dictionary<long, (long First, long Last)> _zones = [];
    private readonly string _file;
    private LogHead _head = new(0, 0, 0, []);
    private long _rows;

    // What the statement for events has bound: most rows are like the one before in most columns.
    private (long Experiment, int Variant, long Name, long? Value, string? Path) _bound;

    public LogTable(SqliteSession session, string file)
    {
        _file = file;
        _readHead = session.Prepare("SELECT batches, rows, seq, hash FROM head");
        _setHead = session.Prepare("UPDATE head SET batches = ?, rows = ?, seq = ?, hash = ?");
        _event = session.Prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _definition = session.Prepare("INSERT INTO definition VALUES (?, ?, ?, ?, ?)");
        _batch = session.Prepare("INSERT INTO batch VALUES (?, ?, ?, ?, ?)");
        _zone = session.Prepare("INSERT INTO zone VALUES (?, ?, ?, ?)");
    }

    /// <summary>Sequence of the last row.</summary>
    public long Sequence { get; private set; }

    public void Begin()
    {
        _head = _readHead.First(Head) ?? throw new RecordFileException(_file, "is damaged: the head of its log is missing; restore a backup");
        (_rows, Sequence) = (0, _head.Sequence);
        _bytes.Begin(_head.Hash);
        _zones.Clear();
    }

    public static LogHead Head(Statement row) => new(row.Long(0), row.Long(1), row.Long(2), row.Bytes(3));

    /// <summary>An event, or without an id the assignment of a unit.</summary>
    public void Append(long experiment, int variant, long at, long name, string? nameText, long? value, string? id, string unit, string path)
    {
        _rows++;
        _bytes.AddEvent(++Sequence, at, experiment, variant, value);
        _ = _event.Bind(1, Sequence).Bind(2, at);
        _ = _bytes.AddText(nameText);
        Text(7, id);
        Text(8, unit);
        BindChanged(experiment, variant, name, value, path);
        _ = _event.Run();
        _zones[experiment] = _zones.TryGetValue(experiment, out var zone) ? (Math.Min(zone.First, at), Math.Max(zone.Last, at)) : (at, at);
    }

    /// <summary>An experiment made known, or changed; a new one takes the sequence as its number.</summary>
    public void Append(long? experiment, long at, LedgerExperiment definition)
    {
        _rows++;
        var number = experiment ?? Sequence + 1;
        var text = Payload.Of(definition).ToString();
        _bytes.AddDefinition(++Sequence, at, number);
        _ = _bytes.AddText(definition.Id);
        _ = _bytes.AddText(text);
        _ = _definition.Bind(1, Sequence).Bind(2, at).Bind(3, number).Bind(4, definition.Id).Bind(5, text).Run();
    }

    /// <summary>Ends the batch, if it has rows.</summary>
    public void End()
    {
        if (_rows == 0)
        {
            return;
        }

        var hash = _bytes.End();
        var number = _head.Batches + 1;
        _ = _batch.Bind(1, number).Bind(2, _head.Sequence + 1).Bind(3, Sequence).Bind(4, _rows).Bind(5, hash).Run();
        _ = _setHead.Bind(1, number).Bind(2, _head.Rows + _rows).Bind(3, Sequence).Bind(4, hash).Run();
        foreach (var (experiment, (first, last)) in _zones)
        {
            _ = _zone.Bind(1, experiment).Bind(2, number).Bind(3, first).Bind(4, last).Run();
        }
    }

    public void Dispose() => _bytes.Dispose();

    private void BindChanged(long experiment, int variant, long name, long? value, string path)
    {
        var isFirst = _bound.Path is null;
        if (isFirst || experiment != _bound.Experiment)
        {
            _ = _event.Bind(3, experiment);
        }

        if (isFirst || variant != _bound.Variant)
        {
            _ = _event.Bind(4, (long)variant);
        }

        if (isFirst || name != _bound.Name)
        {
            _ = _event.Bind(5, name);
        }

        if (isFirst || value != _bound.Value)
        {
            _ = _event.Bind(6, value);
        }

        if (path == _bound.Path)
        {
            _ = _bytes.AddText(path);
        }
        else
        {
            Text(9, path);
        }

        _bound = (experiment, variant, name, value, path);
    }

    private void Text(int parameter, string? text)
    {
        var bytes = _bytes.AddText(text);
        _ = bytes.IsEmpty ? _event.Bind(parameter, text) : _event.BindText(parameter, bytes);
    }
}
