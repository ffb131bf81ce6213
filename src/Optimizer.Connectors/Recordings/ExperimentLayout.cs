using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>The places of an experiment's columns in one file, and what its rows stand for.</summary>
internal sealed record ExperimentLayout(
    RowShape Shape, MetricKind? Kind, int Variant, int Metric, int Second, int Variance, int Date, int UnitId, IReadOnlyList<string> Notes)
{
    private const int None = -1;

    /// <summary>Resolves names against the header and the first record, on which the reader must stand.</summary>
    /// <exception cref="FileFaultException">A column is missing, or the options do not fit together.</exception>
    public static ExperimentLayout Resolve(DelimitedReader reader, ExperimentColumns columns)
    {
        var notes = new List<string>();
        if (Contradiction(columns) is var (option, why))
        {
            throw reader.Fault(option, why);
        }

        var variant = columns.Variant == ExperimentColumns.FileName ? None : reader.IndexOf(columns.Variant);
        var date = columns.Date is { } name ? reader.IndexOf(name) : None;
        var unitId = columns.UnitId is { } id ? reader.IndexOf(id) : None;
        var fraction = ColumnNames.Fraction(reader, columns.Metric);
        var metric = reader.IndexOf(fraction?.Upper ?? columns.Metric);
        if (columns.Kind == MetricKind.Ratio)
        {
            return fraction is { } ratio
                ? new(RowShape.Unit, MetricKind.Ratio, variant, metric, reader.IndexOf(ratio.Lower), None, date, unitId, notes)
                : throw reader.Fault(columns.Metric, "a ratio needs two columns; write the metric as numerator/denominator");
        }

        var variance = columns.Variance ?? (columns.Kind == MetricKind.Proportion ? null : ColumnNames.FindVariance(reader.Header));
        var units = columns.Units ?? fraction?.Lower;
        if (units is null && unitId == None && (variance is not null || LooksLikeTotals(reader, metric, columns.Kind)))
        {
            units = ColumnNames.FindUnits(reader.Header, columns.Metric);
            if (units is not null)
            {
                notes.Add($"Rows are read as totals: units from column '{units}'{(variance is null ? "" : $", variance from '{variance}'")}.");
            }
        }

        if (units is null && columns.Variance is { } alone)
        {
            throw reader.Fault(alone, "a variance belongs to a count and a mean; name the column of the count with --units");
        }

        if (units is null)
        {
            // A first row of 0 or 1 does not tell a unit from a small total.
            if (unitId == None && columns.Kind is null && ColumnNames.FindUnits(reader.Header, columns.Metric) is { } possible)
            {
                notes.Add($"Each row is read as one unit; where a row is a total of '{possible}', say --units {possible}.");
            }

            return new(RowShape.Unit, columns.Kind, variant, metric, None, None, date, unitId, notes);
        }

        if (unitId != None)
        {
            throw reader.Fault(columns.UnitId, "rows of totals have no unit of their own; leave out --unit, or --units and a metric of two columns");
        }

        if (variance is null && columns.Kind == MetricKind.Mean)
        {
            throw reader.Fault(columns.Metric, "totals of a mean need the variance per unit as well; name its column with --variance");
        }

        return variance is null
            ? new(RowShape.Totals, MetricKind.Proportion, variant, metric, reader.IndexOf(units), None, date, None, notes)
            : new(RowShape.Moments, MetricKind.Mean, variant, metric, reader.IndexOf(units), reader.IndexOf(variance), date, None, notes);
    }

    private static (string Column, string Why)? Contradiction(ExperimentColumns columns) => columns switch
    {
        { Kind: MetricKind.Ratio, Units: { } units } => (units, "a ratio is read from rows of units; leave out --units"),
        { Kind: MetricKind.Ratio or MetricKind.Proportion, Variance: { } variance } => (variance, "only a mean has a variance column; leave out --variance, or say --kind mean"),
        _ => null,
    };

    // A unit either succeeded or not: a whole number above 1 where a proportion is asked for is a total.
    private static bool LooksLikeTotals(DelimitedReader reader, int metric, MetricKind? kind) =>
        kind != MetricKind.Mean
        && !Field.TryBoolean(reader[metric], out _, out _)
        && Field.TryWhole(reader[metric], out _, out _);
}
