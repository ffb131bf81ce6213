namespace Optimizer.Tests.Architecture;

/// <summary>How long files may be, in lines: the longest, the 95th percentile and the median.</summary>
public sealed record SizeBudget(int Longest, int Percentile95, int Median)
{
    /// <summary>What the codebases that read best keep to.</summary>
    public static SizeBudget Ours { get; } = new(400, 250, 60);

    /// <summary>One message per file that is too long and one per exceeded quantile (nearest rank).</summary>
    public IReadOnlyList<string> Faults(IEnumerable<SourceFile> files)
    {
        var sorted = files.OrderBy(file => file.Lines).ToList();

        return sorted.Count == 0
            ? []
            :
            [
                .. sorted.Where(file => file.Lines > Longest).Select(file => $"{file.Path}: {file.Lines} lines; none has more than {Longest}"),
                .. Above(At(sorted, 0.95), Percentile95, "95th percentile"),
                .. Above(At(sorted, 0.5), Median, "median"),
            ];
    }

    private static SourceFile At(List<SourceFile> sorted, double quantile) =>
        sorted[(int)Math.Ceiling(quantile * sorted.Count) - 1];

    private static string[] Above(SourceFile file, int limit, string name) => file.Lines <= limit
        ? []
        : [$"{file.Path}: stands at the {name} with {file.Lines} lines; the {name} is at most {limit}"];
}
