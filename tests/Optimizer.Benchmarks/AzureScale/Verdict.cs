namespace Optimizer.Benchmarks.AzureScale;

/// <summary>Whether a burst is worked off before live experiments are watched again.</summary>
internal static class Verdict
{
    /// <summary>Seconds: experiments are watched every quarter of an hour.</summary>
    public const double Longest = 900;

    /// <param name="drains">Of everything that could limit.</param>
    public static string Of(IReadOnlyList<Drain> drains)
    {
        var (best, worst) = (drains.Max(drain => drain.Best), drains.Max(drain => drain.Worst));
        return worst <= Longest ? "yes" : best <= Longest ? "if most goes together" : "no";
    }
}
