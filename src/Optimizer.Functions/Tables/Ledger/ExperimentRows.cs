namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Where the rows of experiments are: all that belongs to one under the hash of its id, which any id has in the same length.</summary>
internal static class ExperimentRows
{
    /// <summary>Partition with a row for each experiment that is known: its id.</summary>
    public const string Known = "known";

    /// <summary>Units of one experiment are spread over so many.</summary>
    public const int UnitPartitions = 16;

    /// <summary>Also the name of its log.</summary>
    public static string KeyOf(string experiment) => RowKeys.Hash(experiment);

    public static RowPlace Head(string experiment) => new(RowKeys.Join("head", KeyOf(experiment)), "head");

    public static string Sums(string experiment) => RowKeys.Join("sum", KeyOf(experiment));

    public static RowPlace Sum(string experiment, SumKey place) => new(Sums(experiment), place.Row);

    public static string Units(string experiment, int part) => Units(experiment, part.ToString("x", null));

    public static RowPlace Unit(string experiment, string unit)
    {
        var key = RowKeys.Hash(unit);
        return new(Units(experiment, key[..1]), key);
    }

    private static string Units(string experiment, string part) => RowKeys.Join("unit", KeyOf(experiment), part);
}
