using System.Runtime.InteropServices;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Units and sums as the log comes to when it is counted again from its beginning. Holds every unit in memory.</summary>
internal sealed class LedgerReplay
{
    private readonly Dictionary<long, KnownExperiment> _experiments = [];
    private readonly Dictionary<UInt128, UnitState> _units = [];
    private readonly Dictionary<TotalKey, TotalSum> _totals = [];
    private readonly SipKey _key;

    public LedgerReplay(SqliteSession session)
    {
        using var seed = session.PrepareOnce("SELECT first, second FROM seed");
        _key = seed.First(row => new SipKey((ulong)row.Long(0), (ulong)row.Long(1))) ?? throw new FormatException("the seed of its keys is missing");
    }

    /// <summary>Events with an id.</summary>
    public long Events { get; private set; }

    public IReadOnlyDictionary<UInt128, UnitState> Units => _units;

    public IReadOnlyDictionary<TotalKey, TotalSum> Totals => _totals;

    public UInt128 KeyOf(string id) => _key.Of(id);

    public void Define(long sequence, long at, long number, LedgerExperiment definition)
    {
        if (_experiments.TryGetValue(number, out var known))
        {
            known.Change(sequence, at, definition);
        }
        else
        {
            _experiments.Add(number, new(number, at, definition));
        }
    }

    /// <summary>Counts an event; name 0 is an assignment. Says what contradicts the log before it, or null.</summary>
    public string? Take(long sequence, long at, long experiment, int variant, long name, long? value, string unit)
    {
        if (!_experiments.TryGetValue(experiment, out var known))
        {
            return $"row {sequence} is of experiment {experiment}, which no row before it makes known";
        }

        var key = _key.Of(unit, experiment);
        if (!_units.TryGetValue(key, out var state))
        {
            state = new(key, experiment, variant, known.DayOf(at), known.StretchAt(at, sequence));
            _units.Add(key, state);
            Total(state, 0).Units++;
        }
        else if (state.Variant != variant || name == 0)
        {
            return $"row {sequence} gives a unit variant {variant} that has {state.Variant} already";
        }

        if (name != 0)
        {
            Events++;
            Total(state, name).Take(ref state.Of(name), value);
        }

        return null;
    }

    private ref TotalSum Total(UnitState unit, long name) => ref CollectionsMarshal.GetValueRefOrAddDefault(
        _totals, new(unit.Experiment, unit.Day, unit.Stretch, unit.Variant, name), out _);
}
