namespace Optimizer.Domain.Kpis;

/// <summary>Answer of the checks that stand before every <see cref="KpiSeries"/>.</summary>
public abstract record KpiSeriesCheck
{
    private KpiSeriesCheck()
    {
    }

    /// <summary>The series, or an exception for callers that know their figures to be sound.</summary>
    /// <exception cref="InvalidOperationException">The figures were refused.</exception>
    public KpiSeries Required() => this switch
    {
        Accepted accepted => accepted.Series,
        Refused refused => throw new InvalidOperationException(refused.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(KpiSeriesCheck), this, "unknown answer"),
    };

    public sealed record Accepted(KpiSeries Series) : KpiSeriesCheck;

    /// <param name="Fault">What is wrong.</param>
    /// <param name="Day">The day it is wrong on, or null when it is no single day.</param>
    /// <param name="Message">One sentence that names the day, the value and what would be right.</param>
    public sealed record Refused(KpiSeriesFault Fault, DateOnly? Day, string Message) : KpiSeriesCheck;
}
