namespace Optimizer.Embedded.Ledger;

/// <summary>A running sum, or what is to be added to one. Whole numbers of millionths and of their squares, so that nothing is rounded.</summary>
internal record struct TotalSum
{
    public long Count;
    public long Units;
    public long Paying;
    public long CountSquares;
    public Int128 Sum;
    public Int128 Squares;

    public void Add(in TotalSum other)
    {
        checked
        {
            Count += other.Count;
            Units += other.Units;
            Paying += other.Paying;
            CountSquares += other.CountSquares;
            Sum += other.Sum;
            Squares += other.Squares;
        }
    }

    /// <summary>One more event of a unit, whose tally is brought up to date with it.</summary>
    public void Take(ref UnitTally tally, long? value)
    {
        Count++;
        Units += tally.Count == 0 ? 1 : 0;
        CountSquares += (2 * tally.Count) + 1;
        tally.Count++;
        if (value is { } amount and not 0)
        {
            var (before, after) = (tally.Sum, tally.Sum + amount);
            tally.Sum = after;
            Sum += amount;
            Squares += ((Int128)after * after) - ((Int128)before * before);
            Paying += (after != 0 ? 1 : 0) - (before != 0 ? 1 : 0);
        }
    }
}
