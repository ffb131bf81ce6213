namespace Optimizer.Benchmarks.Decisions;

/// <summary>Why a row may differ from the published one: details that the source leaves open.</summary>
internal static class Notes
{
    /// <summary>Why what a fixed split loses may differ: nothing in it is left to the allocation.</summary>
    public const string FixedSplit =
        "a fixed split loses what the product of traffic and base rate over the week says, and the source gives no numbers for either pattern.";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Bayes P(best)>0.95, flat"] =
            "the smallest value is that of 100 a day at 2 %, where the first looks rest on two or three conversions. No reason found: "
            + "10,000 runs with every start on a Monday gave 19.0 and on a Saturday 19.3; 20,000 runs with a normal posterior in place of the exact one 20.2.",
    };

    public static string Of(string row) => Known.GetValueOrDefault(row, "");
}
