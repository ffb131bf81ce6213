namespace Optimizer.Connectors.Recordings;

/// <summary>How several rows of one day become the day's figure.</summary>
public enum PerDay
{
    /// <summary>They do not: a second row of a day is a fault.</summary>
    One,

    /// <summary>Added up, as for visits or revenue by the hour.</summary>
    Sum,

    /// <summary>Averaged, as for a price or a rate by the hour.</summary>
    Mean,
}
