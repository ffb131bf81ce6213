using System.Collections.Concurrent;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Ledger;

/// <summary>The experiments that the log's definitions make, read as far as the log goes.</summary>
internal sealed class ExperimentBook(SqliteSession session)
{
    private readonly Statement _after = session.Prepare("SELECT seq, at, experiment, id, text FROM definition WHERE seq > ? ORDER BY seq");
    private readonly Dictionary<string, KnownExperiment> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, KnownExperiment> _byNumber = [];
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private long _read;
    private KnownExperiment? _last;

    public IReadOnlyCollection<KnownExperiment> All => _byId.Values;

    /// <summary>Numbers by id, for any thread.</summary>
    public IReadOnlyDictionary<string, long> Numbers => _numbers;

    /// <summary>Takes over definitions that were added since.</summary>
    public void Refresh()
    {
        foreach (var (sequence, at, number, definition) in _after.Bind(1, _read).All(row => (row.Long(0), row.Long(1), row.Long(2), Definition(row))))
        {
            Add(sequence, at, number, definition);
        }
    }

    /// <summary>Forgets all, for what was added and dropped again.</summary>
    public void Forget()
    {
        _byId.Clear();
        _byNumber.Clear();
        _numbers.Clear();
        (_read, _last) = (0, null);
    }

    public KnownExperiment? Find(string id)
    {
        // Most events are of the same experiment as the one before.
        if (_last?.Definition.Id != id)
        {
            _last = _byId.GetValueOrDefault(id);
        }

        return _last;
    }

    public KnownExperiment Of(long number) => _byNumber[number];

    public KnownExperiment? TryOf(long number) => _byNumber.GetValueOrDefault(number);

    public void Add(long sequence, long at, long number, LedgerExperiment definition)
    {
        if (_byNumber.TryGetValue(number, out var known))
        {
            known.Change(sequence, at, definition);
        }
        else
        {
            known = new(number, at, definition);
            _byNumber.Add(number, known);
            _byId.Add(definition.Id, known);
            _numbers[definition.Id] = number;
        }

        _read = sequence;
    }

    private static LedgerExperiment Definition(Statement row) => new Payload(row.Bytes(4)).Read<LedgerExperiment>();
}
