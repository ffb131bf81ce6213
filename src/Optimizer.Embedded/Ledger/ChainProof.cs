using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Ledger;

/// <summary>Hashes every batch of the log again, and counts its rows again on the way.</summary>
internal sealed class ChainProof(SqliteSession session, LedgerReplay again, CancellationToken cancellationToken) : IDisposable
{
    private readonly LogBytes _bytes = new();
    private readonly NameTable _names = new(session);
    private readonly Statement _known = session.PrepareOnce("SELECT 1 FROM known WHERE id = ?");
    private readonly Statement _definitions = session.PrepareOnce("SELECT seq, at, experiment, id, text FROM definition WHERE seq BETWEEN ? AND ? ORDER BY seq");
    private readonly Statement _events = session.PrepareOnce("""
        SELECT seq, at, experiment, variant, name, value, id, unit, path FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq
        """);

    public void Run(List<LedgerFault> faults)
    {
        _names.Refresh();
        using var head = session.PrepareOnce("SELECT batches, rows, seq, hash FROM head");
        using var batches = session.PrepareOnce("SELECT number, first, last, rows, hash FROM batch ORDER BY number");
        var (hash, number, last, rows) = (new byte[32], 0L, 0L, 0L);
        foreach (var batch in batches.All(row => (Number: row.Long(0), First: row.Long(1), Last: row.Long(2), Rows: row.Long(3), Hash: row.Bytes(4))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var where = $"batch {batch.Number}, rows {batch.First} to {batch.Last}";
            if (batch.Number != number + 1 || batch.First != last + 1)
            {
                faults.Add(new(where, $"does not follow batch {number}, which ends at row {last}: one was taken out or put in between"));
            }

            var counted = Hash(batch.First, batch.Last, hash, faults, where, out var found);
            if (found != batch.Rows)
            {
                faults.Add(new(where, $"has {found} rows; {batch.Rows} were written"));
            }
            else if (!counted.AsSpan().SequenceEqual(batch.Hash))
            {
                faults.Add(new(where, "a row was changed: its hash is not the one that was written"));
            }

            (hash, number, last, rows) = (batch.Hash, batch.Number, batch.Last, rows + found);
        }

        if (head.First(LogTable.Head) is not { } end)
        {
            faults.Add(new("head", "is missing"));
        }
        else if (end.Batches != number || end.Rows != rows || end.Sequence != last || !end.Hash.AsSpan().SequenceEqual(hash))
        {
            faults.Add(new("head", $"says {end.Batches} batches with {end.Rows} rows up to row {end.Sequence}; there are {number} with {rows} up to {last}, or the last is another"));
        }

        var all = session.ReadLong("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM definition)");
        if (all != rows)
        {
            faults.Add(new("log", $"holds {all} rows, {rows} of them in its batches"));
        }
    }

    public void Dispose()
    {
        _bytes.Dispose();
        _known.Dispose();
        _definitions.Dispose();
        _events.Dispose();
    }

    private byte[] Hash(long first, long last, byte[] previous, List<LedgerFault> faults, string where, out long rows)
    {
        _bytes.Begin(previous);
        var definitions = new Queue<(long Sequence, long At, long Experiment, string Id, string Text)>(
            _definitions.Bind(1, first).Bind(2, last).All(row => (row.Long(0), row.Long(1), row.Long(2), row.Text(3), row.Text(4))));
        var found = (long)definitions.Count;
        _events.Bind(1, first).Bind(2, last).Each(row =>
        {
            while (definitions.TryPeek(out var next) && next.Sequence < row.Long(0))
            {
                Define(definitions.Dequeue());
            }

            found++;
            if (Event(row) is { } problem)
            {
                faults.Add(new(where, problem));
            }
        });
        while (definitions.TryDequeue(out var rest))
        {
            Define(rest);
        }

        rows = found;
        return _bytes.End();
    }

    private void Define((long Sequence, long At, long Experiment, string Id, string Text) row)
    {
        _bytes.AddDefinition(row.Sequence, row.At, row.Experiment);
        _ = _bytes.AddText(row.Id);
        _ = _bytes.AddText(row.Text);
        again.Define(row.Sequence, row.At, row.Experiment, new Payload(System.Text.Encoding.UTF8.GetBytes(row.Text)).Read<LedgerExperiment>());
    }

    private string? Event(Statement row)
    {
        var (sequence, at, experiment, variant, name, value) = (row.Long(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.LongOrNull(5));
        _bytes.AddEvent(sequence, at, experiment, variant, value);
        _ = _bytes.AddText(name == 0 ? null : _names.Text(name));
        var id = row.TextOrNull(6);
        _ = _bytes.AddText(id);
        _bytes.AddText(row.Utf8(7));
        _bytes.AddText(row.Utf8(8));
        return again.Take(sequence, at, experiment, (int)variant, name, value, row.Text(7)) ?? (id is null || IsKnown(id) ? null : $"the id of row {sequence} is not known: it could be taken twice");
    }

    private bool IsKnown(string id)
    {
        Span<byte> key = stackalloc byte[16];
        SipKey.Write(again.KeyOf(id), key);
        return _known.Bind(1, key).First(row => row.Flag(0));
    }
}
