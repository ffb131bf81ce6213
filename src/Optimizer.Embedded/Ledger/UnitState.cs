namespace Optimizer.Embedded.Ledger;

/// <summary>A unit in an experiment: where it belongs, and what it did of each event.</summary>
internal sealed class UnitState(UInt128 key, long experiment, int variant, int day, int stretch)
{
    private UnitTally[] _tallies = [];
    private int _count;

    public UInt128 Key { get; } = key;

    public long Experiment { get; } = experiment;

    public int Variant { get; } = variant;

    /// <summary>Day number of its assignment.</summary>
    public int Day { get; } = day;

    public int Stretch { get; } = stretch;

    /// <summary>Whether the file has it already, in this change or before.</summary>
    public bool IsStored { get; set; }

    /// <summary>Whether it must be written.</summary>
    public bool IsChanged { get; set; }

    public ReadOnlySpan<UnitTally> Tallies => _tallies.AsSpan(0, _count);

    /// <summary>What it did of an event so far; nothing when it is new.</summary>
    public ref UnitTally Of(long name)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_tallies[i].Name == name)
            {
                return ref _tallies[i];
            }
        }

        if (_count == _tallies.Length)
        {
            Array.Resize(ref _tallies, Math.Max(2, 2 * _count));
        }

        _tallies[_count] = new() { Name = name };
        return ref _tallies[_count++];
    }

    /// <summary>The sum it would have; for looking before counting.</summary>
    public long SumOf(long name)
    {
        foreach (var tally in Tallies)
        {
            if (tally.Name == name)
            {
                return tally.Sum;
            }
        }

        return 0;
    }
}
