namespace Optimizer.Connectors.Recordings;

/// <summary>The columns of a KPI file that a play names, day by day.</summary>
/// <param name="file">The file it was read from, for messages.</param>
/// <param name="first">The first day.</param>
/// <param name="columns">A figure for each day from the first on; NaN where there is none. All are of one length.</param>
internal sealed class KpiTable(string file, DateOnly first, IReadOnlyDictionary<string, double[]> columns)
{
    public string File => file;

    /// <summary>All columns that were read, by name.</summary>
    public IEnumerable<string> Columns => columns.Keys;

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Days from first to last that have a figure, oldest first; none for a column that is not there.</summary>
    public IEnumerable<(DateOnly Day, double Figure)> Between(string column, DateOnly from, DateOnly until)
    {
        if (!columns.TryGetValue(column, out var figures))
        {
            yield break;
        }

        var last = Math.Min(figures.Length - 1, until.DayNumber - first.DayNumber);
        for (var at = Math.Max(0, from.DayNumber - first.DayNumber); at <= last; at++)
        {
            if (!double.IsNaN(figures[at]))
            {
                yield return (first.AddDays(at), figures[at]);
            }
        }
    }

    /// <summary>The last day up to the one given that has a figure; null when none has.</summary>
    public DateOnly? LastDay(string column, DateOnly until)
    {
        var days = Between(column, DateOnly.MinValue, until).Select(pair => pair.Day).ToList();
        return days.Count == 0 ? null : days[^1];
    }
}
