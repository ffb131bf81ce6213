using Optimizer.Connectors.Files;
using Optimizer.Domain.Kpis;

namespace Optimizer.Connectors.Recordings;

/// <summary>Reads a KPI's daily figures from a delimited file. An empty figure is a missing day.</summary>
public static class KpiFile
{
    /// <summary>Reads one column of figures.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dateColumn">Column of the day.</param>
    /// <param name="valueColumn">Column of the figure; it names the KPI.</param>
    /// <param name="direction">Which way is good.</param>
    /// <param name="perDay">What several rows of one day mean.</param>
    /// <param name="sort">True to accept days in any order.</param>
    /// <exception cref="FileFaultException">Something cannot be used; the message names file, line and column.</exception>
    public static KpiRecording Read(
        string path, string dateColumn, string valueColumn, KpiDirection direction, PerDay perDay = PerDay.One, bool sort = false)
    {
        using var reader = DelimitedFile.Open(path);
        var (date, value) = (reader.IndexOf(dateColumn), reader.IndexOf(valueColumn));
        var order = DateColumn.FindOrder(reader, date);
        var days = new List<DayRows>();
        var places = new Dictionary<DateOnly, int>();
        var whole = true;
        var rows = 0L;
        while (reader.Read())
        {
            rows++;
            var day = Day(reader, date, order);
            var figure = Figure(reader, value);
            whole &= figure is null || figure == Math.Floor(figure.Value);
            if (!places.TryGetValue(day, out var place))
            {
                if (!sort && days.Count > 0 && day < days[^1].Day)
                {
                    throw reader.Fault(dateColumn, $"{day:yyyy-MM-dd} comes after {days[^1].Day:yyyy-MM-dd}; sort the rows from old to new, or say --sort");
                }

                places.Add(day, days.Count);
                days.Add(new(day, reader.Line));
                place = days.Count - 1;
            }
            else if (perDay == PerDay.One)
            {
                throw reader.Fault(dateColumn, $"{day:yyyy-MM-dd} stands on line {days[place].Line} already; one row a day is needed, or say --per-day sum or --per-day mean");
            }

            days[place].Add(figure);
        }

        if (days.Count == 0)
        {
            throw new FileFaultException(path, null, null, "the file has a header but no rows");
        }

        // Figures that are whole are events, and few of them vary as Poisson counts do; others are amounts or rates.
        var kpi = new Kpi(valueColumn, direction, whole && perDay != PerDay.Mean ? KpiKind.Count : KpiKind.Rate);
        return KpiSeries.Create(kpi, days.Select(day => new KpiPoint(day.Day, day.Value(perDay))), sort) switch
        {
            KpiSeriesCheck.Accepted accepted => new(accepted.Series, rows, Missing(accepted.Series)),
            KpiSeriesCheck.Refused refused => throw new FileFaultException(
                path, refused.Day is { } day && places.TryGetValue(day, out var place) ? days[place].Line : null, valueColumn,
                refused.Message.StartsWith(valueColumn + ": ", StringComparison.Ordinal) ? refused.Message[(valueColumn.Length + 2)..] : refused.Message),
            var unknown => throw new ArgumentOutOfRangeException(nameof(path), unknown, "unknown answer"),
        };
    }

    private static DateOnly Day(DelimitedReader reader, int column, DateOrder order) =>
        Field.TryDate(reader[column], order, out var date, out var problem)
            ? date.Day
            : throw reader.Fault(reader.Header[column], problem.Message);

    private static double? Figure(DelimitedReader reader, int column)
    {
        if (!Field.TryNumber(reader[column], out var value, out var problem))
        {
            return problem.Kind == FieldProblemKind.Empty ? null : throw reader.Fault(reader.Header[column], problem.Message);
        }

        return value >= 0
            ? value
            : throw reader.Fault(reader.Header[column], $"{FieldText.Show(reader[column])} is negative; a KPI's figure is 0 or more");
    }

    private static int Missing(KpiSeries series)
    {
        var missing = 0;
        foreach (var value in series.Between(series.Start, series.LastDay))
        {
            missing += value is null ? 1 : 0;
        }

        return missing;
    }

    private sealed class DayRows(DateOnly day, long line)
    {
        private double _sum;
        private int _figures;

        public DateOnly Day { get; } = day;

        public long Line { get; } = line;

        public void Add(double? figure)
        {
            _sum += figure ?? 0;
            _figures += figure is null ? 0 : 1;
        }

        public double? Value(PerDay perDay) => _figures == 0 ? null : perDay == PerDay.Mean ? _sum / _figures : _sum;
    }
}
