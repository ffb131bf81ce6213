using System.Runtime.InteropServices;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Units by key, those met lately from memory.</summary>
internal sealed class UnitTable
{
    // About 60 MB; beyond it the file's own cache serves.
    private const int MostKept = 400_000;

    private readonly Statement _find;
    private readonly Statement _any;
    private readonly Statement _add;
    private readonly Statement _change;
    private readonly Dictionary<UInt128, UnitState> _kept = [];
    private readonly List<UnitState> _changed = [];
    private byte[] _bytes = new byte[256];

    // Whether every unit of the table is in memory, so that one that is not there is new; null until that was looked at.
    private bool? _isAllKept;

    public UnitTable(SqliteSession session)
    {
        _find = session.Prepare("SELECT experiment, variant, day, stretch, tally FROM unit WHERE key = ?");
        _any = session.Prepare("SELECT EXISTS (SELECT 1 FROM unit)");
        _add = session.Prepare("INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?)");
        _change = session.Prepare("UPDATE unit SET tally = ? WHERE key = ?");
    }

    public UnitState? Find(UInt128 key)
    {
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (_isAllKept ??= _kept.Count == 0 && !_any.First(row => row.Flag(0)))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        SipKey.Write(key, bytes);
        var found = _find.Bind(1, bytes).First(row => Row(key, row));
        if (found is not null)
        {
            found.IsStored = true;
            _kept.Add(key, found);
        }

        return found;
    }

    public void Add(UnitState unit)
    {
        _kept.Add(unit.Key, unit);
        Changed(unit);
    }

    public void Changed(UnitState unit)
    {
        if (!unit.IsChanged)
        {
            unit.IsChanged = true;
            _changed.Add(unit);
        }
    }

    /// <summary>Writes what changed, in the order of the tree, so that each page is met once.</summary>
    public void Save()
    {
        var keys = new UInt128[_changed.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _changed[i].Key;
        }

        var changed = CollectionsMarshal.AsSpan(_changed);
        keys.AsSpan().Sort(changed);
        Span<byte> key = stackalloc byte[16];
        foreach (var unit in changed)
        {
            SipKey.Write(unit.Key, key);
            var length = TallyBytes.Write(unit, ref _bytes);
            if (unit.IsStored)
            {
                MustBeOne(_change.Bind(1, _bytes.AsSpan(0, length)).Bind(2, key).Run(), unit);
            }
            else
            {
                _ = _add.Bind(1, key).Bind(2, unit.Experiment).Bind(3, (long)unit.Variant).Bind(4, (long)unit.Day).Bind(5, (long)unit.Stretch)
                    .Bind(6, _bytes.AsSpan(0, length)).Run();
            }

            (unit.IsChanged, unit.IsStored) = (false, true);
        }

        _changed.Clear();
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
            _isAllKept = false;
        }
    }

    public void Forget()
    {
        _kept.Clear();
        _changed.Clear();
        _isAllKept = null;
    }

    private static void MustBeOne(int changed, UnitState unit)
    {
        if (changed != 1)
        {
            throw new InvalidOperationException($"{changed} rows of unit {unit.Key:x32} were changed instead of one");
        }
    }

    public static UnitState Row(UInt128 key, Statement row)
    {
        var unit = new UnitState(key, row.Long(0), row.Int(1), row.Int(2), row.Int(3));
        TallyBytes.Read(row.Bytes(4), unit);
        return unit;
    }
}
