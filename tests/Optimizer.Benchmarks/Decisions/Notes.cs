namespace Optimizer.Benchmarks.Decisions;

/// <summary>Why a row may differ from the published one: details that the source leaves open.</summary>
internal static class Notes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string row) => Known.GetValueOrDefault(row, "");
}
