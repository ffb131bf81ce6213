using static Optimizer.Domain.Kpis.KpiSeriesCheck;

namespace Optimizer.Domain.Kpis;

/// <summary>
/// A KPI's daily figures over an unbroken run of days, some of which may be missing. Every figure is from 0 to 1e100, every
/// day from 1900 to 2199; at least one day has a figure. Immutable.
/// </summary>
public sealed class KpiSeries
{
    private const double LargestFigure = 1e100;
    private const int LongestGapDays = 366;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private readonly ReadOnlyMemory<double?> _values;

    private KpiSeries(Kpi kpi, DateOnly start, ReadOnlyMemory<double?> values)
    {
        Kpi = kpi;
        Start = start;
        _values = values;
    }

    /// <summary>Number of days from first to last, missing ones included; at least 1.</summary>
    public int Days => _values.Length;

    public Kpi Kpi { get; }

    public DateOnly LastDay => Start.AddDays(Days - 1);

    public DateOnly Start { get; }

    /// <summary>The day's figure, or null when it is missing or outside the series.</summary>
    public double? this[DateOnly day] => day < Start || day > LastDay ? null : _values.Span[day.DayNumber - Start.DayNumber];

    /// <summary>Checks figures and makes them a series; days between two points that no point names are missing.</summary>
    /// <param name="kpi">What the figures are of.</param>
    /// <param name="points">The figures, oldest first unless <paramref name="sort"/>.</param>
    /// <param name="sort">True to accept days in any order; otherwise an earlier day after a later one is refused.</param>
    public static KpiSeriesCheck Create(Kpi kpi, IEnumerable<KpiPoint> points, bool sort = false)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        var ordered = sort ? points.OrderBy(point => point.Day).ToList() : points.ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (Fault(kpi, ordered, i) is { } fault)
            {
                return fault;
            }
        }

        if (!ordered.Exists(point => point.Value is not null))
        {
            return new Refused(KpiSeriesFault.Empty, null, $"{kpi.Name}: no day has a figure; at least one is needed");
        }

        var start = ordered[0].Day;
        var values = new double?[ordered[^1].Day.DayNumber - start.DayNumber + 1];
        foreach (var point in ordered)
        {
            values[point.Day.DayNumber - start.DayNumber] = point.Value;
        }

        return new Accepted(new(kpi, start, values));
    }

    /// <summary>Checks the figures of consecutive days and makes them a series.</summary>
    /// <param name="kpi">What the figures are of.</param>
    /// <param name="start">Day of the first figure.</param>
    /// <param name="values">One figure a day, null for a missing one.</param>
    public static KpiSeriesCheck Create(Kpi kpi, DateOnly start, IEnumerable<double?> values) =>
        Create(kpi, values.Select((value, i) => new KpiPoint(start.AddDays(i), value)));

    /// <summary>The figures from <paramref name="first"/> to <paramref name="last"/>, both inclusive, cut to the days of the series.</summary>
    public ReadOnlySpan<double?> Between(DateOnly first, DateOnly last)
    {
        var from = Math.Max(0, first.DayNumber - Start.DayNumber);
        var until = Math.Min(Days, last.DayNumber - Start.DayNumber + 1);
        return until <= from ? [] : _values.Span[from..until];
    }

    /// <summary>
    /// The series as known when <paramref name="lastCompleteDay"/> was over: the running day and all after it are left out,
    /// and days that have no figure yet are missing, so that a source that stopped delivering cannot pass for fresh.
    /// Refused as <see cref="KpiSeriesFault.Empty"/> when no day with a figure is left.
    /// </summary>
    public KpiSeriesCheck CompleteThrough(DateOnly lastCompleteDay)
    {
        var days = lastCompleteDay.DayNumber - Start.DayNumber + 1;
        if (days < 1 || !HasFigure(_values.Span[..Math.Min(days, Days)]))
        {
            return new Refused(KpiSeriesFault.Empty, lastCompleteDay, $"{Kpi.Name}: no figure up to {lastCompleteDay:yyyy-MM-dd}, the last complete day; at least one is needed");
        }

        if (days <= Days)
        {
            return new Accepted(new(Kpi, Start, _values[..days]));
        }

        if (days - Days > LongestGapDays)
        {
            return new Refused(KpiSeriesFault.GapTooLong, LastDay, $"{Kpi.Name}: the last figure is of {LastDay:yyyy-MM-dd}, {days - Days} days before {lastCompleteDay:yyyy-MM-dd}; at most {LongestGapDays} may lie between");
        }

        var extended = new double?[days];
        _values.CopyTo(extended);
        return new Accepted(new(Kpi, Start, extended));
    }

    private static bool HasFigure(ReadOnlySpan<double?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static Refused? Fault(Kpi kpi, List<KpiPoint> points, int i)
    {
        var (day, value) = points[i];
        Refused Refuse(KpiSeriesFault fault, string message) => new(fault, day, $"{kpi.Name}: {message}");

        if (day < Earliest || day > Latest)
        {
            return Refuse(KpiSeriesFault.DayOutOfRange, $"{day:yyyy-MM-dd} is no day of a KPI; it must lie from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}");
        }

        if (value is { } number && !(double.IsFinite(number) && number <= LargestFigure))
        {
            return Refuse(KpiSeriesFault.NotANumber, FormattableString.Invariant($"{day:yyyy-MM-dd} holds {number}; a figure must be finite and at most {LargestFigure}, and a day without one left empty"));
        }

        if (value < 0)
        {
            return Refuse(KpiSeriesFault.Negative, FormattableString.Invariant($"{day:yyyy-MM-dd} holds {value}; a figure must be 0 or more"));
        }

        if (i == 0)
        {
            return null;
        }

        var before = points[i - 1].Day;
        return day == before ? Refuse(KpiSeriesFault.DuplicateDay, $"{day:yyyy-MM-dd} stands twice; one figure a day is allowed")
            : day < before ? Refuse(KpiSeriesFault.OutOfOrder, $"{day:yyyy-MM-dd} comes after {before:yyyy-MM-dd}; days must run from old to new, or sorting be asked for")
            : day.DayNumber - before.DayNumber > LongestGapDays ? Refuse(KpiSeriesFault.GapTooLong, $"{day:yyyy-MM-dd} comes {day.DayNumber - before.DayNumber} days after {before:yyyy-MM-dd}; at most {LongestGapDays} may lie between, check the date")
            : null;
    }
}
