namespace Optimizer.Domain.Kpis;

/// <summary>Why figures cannot be a <see cref="KpiSeries"/>.</summary>
public enum KpiSeriesFault
{
    /// <summary>No day at all, or none with a figure.</summary>
    Empty,

    /// <summary>NaN, infinite or too large to be summed (above 1e100).</summary>
    NotANumber,

    /// <summary>Below 0: changes are shares of a level, which a negative figure has none of.</summary>
    Negative,

    DuplicateDay,

    /// <summary>An earlier day after a later one, where the caller did not ask for sorting.</summary>
    OutOfOrder,

    /// <summary>Before 1900 or after 2199: a date read wrongly.</summary>
    DayOutOfRange,

    /// <summary>More than a year between two days: a wrong date far more often than a year without figures.</summary>
    GapTooLong,
}
