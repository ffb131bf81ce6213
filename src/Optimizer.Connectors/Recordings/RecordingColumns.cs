using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Finds the columns of a recording that nobody named, by the names that people give them; a fault says what to name.</summary>
public static class RecordingColumns
{
    private static readonly string[] Dates = ["date", "day", "ds", "timestamp", "dteday", "c_date", "week_day"];
    private static readonly string[] Variants = ["variant", "variation", "arm", "group", "version", "cell"];
    private static readonly string[] Experiments = ["experiment", "experiment_id", "experiment_name", "exp_id"];

    /// <summary>Columns of day and figure of a KPI.</summary>
    /// <param name="path">The file.</param>
    /// <param name="date">As named; null to find it.</param>
    /// <param name="value">As named; null to find it: the one of a likely name, or the only other column.</param>
    /// <param name="likely">Names that the figure may have, best first.</param>
    public static (string Date, string Value) OfKpi(string path, string? date, string? value, IReadOnlyList<string> likely)
    {
        using var reader = DelimitedFile.Open(path);
        var day = date ?? Known(reader, Dates) ?? throw Unnamed(path, reader, "the day", "--date");
        var figure = value ?? Known(reader, likely) ?? Only(reader, [day]) ?? throw Unnamed(path, reader, "the KPI's figures", "--value");
        return (day, figure);
    }

    /// <summary>Columns of experiments that a loop can live through, and the column that tells several apart.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">What was named; a blank variant or metric is to be found.</param>
    /// <param name="metric">Name that the metric may have.</param>
    public static (ExperimentColumns Columns, string? Experiment) OfExperiments(string path, ExperimentColumns named, string metric)
    {
        ArgumentNullException.ThrowIfNull(named);
        using var reader = DelimitedFile.Open(path);
        var experiment = Known(reader, Experiments);
        var variant = named.Variant.Length > 0 ? named.Variant : Known(reader, Variants) ?? throw Unnamed(path, reader, "the variant", "--arm");
        var date = named.Date ?? Known(reader, Dates) ?? throw Unnamed(path, reader, "the day", "--date");
        string[] taken = [variant, date, experiment ?? ""];
        var columns = named with { Date = date, Variant = variant };
        if (named.Metric.Length > 0)
        {
            return (columns, experiment);
        }

        var found = Known(reader, [metric])
            ?? Only(reader, [.. taken, ColumnNames.FindUnits(reader.Header, "") ?? "", ColumnNames.FindVariance(reader.Header) ?? ""])
            ?? throw Unnamed(path, reader, "the metric", "--metric");
        return (columns with { Metric = found }, experiment);
    }

    /// <summary>Place of the column of the day: of a known name, else the first.</summary>
    internal static int OfDay(DelimitedReader reader) => Known(reader, Dates) is { } name ? reader.IndexOf(name) : 0;

    private static string? Known(DelimitedReader reader, IReadOnlyList<string> names) =>
        names.Select(name => reader.Header.FirstOrDefault(column => column.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(column => column is not null);

    private static string? Only(DelimitedReader reader, IReadOnlyList<string> taken) =>
        reader.Header.Except(taken, StringComparer.Ordinal).Take(2).ToArray() is [var only] ? only : null;

    private static FileFaultException Unnamed(string path, DelimitedReader reader, string what, string option) => new(
        path, null, null, $"no column is known to hold {what}; name it with {option}: the columns are {string.Join(", ", reader.Header.Select(column => $"'{column}'"))}");
}
