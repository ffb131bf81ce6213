namespace Optimizer.Embedded.Ledger;

/// <summary>What one unit did of one event.</summary>
internal struct UnitTally
{
    /// <summary>Key of the event's name.</summary>
    public long Name;

    public long Count;

    /// <summary>In millionths; within the largest value, either sign.</summary>
    public long Sum;
}
