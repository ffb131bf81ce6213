namespace Optimizer.Connectors.Recordings;

/// <summary>Where the parts of an experiment stand in its files.</summary>
public sealed record ExperimentColumns
{
    /// <summary>Stands for the name of the file itself, for experiments kept as one file per variant.</summary>
    public const string FileName = "@file";

    /// <summary>Column that names the variant, or <see cref="FileName"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>Name of the control.</summary>
    public required string Control { get; init; }

    /// <summary>Column of the metric; <c>a/b</c> stands for two columns, successes over units or one number over another.</summary>
    public required string Metric { get; init; }

    /// <summary>Null when the values are to tell.</summary>
    public MetricKind? Kind { get; init; }

    /// <summary>Column of the assignment date; null when the file has none.</summary>
    public string? Date { get; init; }

    /// <summary>Column of units per row, for totals; null when the header is to tell.</summary>
    public string? Units { get; init; }

    /// <summary>Column of the variance, for rows of count, mean and variance; null when the header is to tell.</summary>
    public string? Variance { get; init; }

    /// <summary>
    /// Column that identifies the randomised unit when it has several rows: a mean takes the unit's average, a proportion
    /// asks whether it ever succeeded, a ratio takes both sums. Memory then grows with the units.
    /// </summary>
    public string? UnitId { get; init; }

    /// <summary>Leaves out rows of units whose metric is empty and counts them; otherwise such a row is a fault.</summary>
    public bool SkipEmpty { get; init; }

    /// <summary>Configured shares of traffic by variant; null for equal ones.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }
}
