using System.Globalization;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>A simulated number beside the published one.</summary>
/// <param name="Value">Ours, in the unit of the table (per cent, days, times).</param>
/// <param name="Error">Simulation error of ours.</param>
/// <param name="Published">As printed in the source; null where it has none.</param>
/// <param name="PublishedError">Simulation error of the published one.</param>
internal sealed record Figure(double Value, double Error, string? Published = null, double PublishedError = 0)
{
    /// <summary>From this many standard errors on a difference is no chance.</summary>
    public const double Flagged = 4;

    private const long PublishedRuns = 20_000;

    /// <summary>(ours - published) / its standard error, the rounding of the published figure included.</summary>
    public double? Difference => Published is null
        ? null
        : (Value - PublishedValue) / Math.Sqrt(Error * Error + PublishedError * PublishedError + Resolution * Resolution / 12);

    public bool Differs => Difference is { } difference && !(Math.Abs(difference) <= Flagged);

    private double PublishedValue => double.Parse(Published!, CultureInfo.InvariantCulture);

    private double Resolution => Published!.IndexOf('.', StringComparison.Ordinal) is var point and >= 0
        ? Math.Pow(10, -(Published.Length - point - 1))
        : 1;

    /// <summary>A share in per cent; runs are those behind the published figure.</summary>
    public static Figure Of(Share share, string? published, long runs = PublishedRuns) => new(
        100 * share.Value, 100 * share.Error, Empty(published),
        Empty(published) is { } text ? 100 * new Share(Math.Clamp(double.Parse(text, CultureInfo.InvariantCulture) / 100, 0, 1), runs).Error : 0);

    /// <summary>A mean of shares over cells, in per cent.</summary>
    public static Figure MeanOf(IReadOnlyList<Share> shares, string? published)
    {
        var error = Math.Sqrt(shares.Sum(share => share.Error * share.Error)) / shares.Count;
        return new(100 * shares.Average(share => share.Value), 100 * error, Empty(published), 100 * error * Scale(shares[0].Runs));
    }

    /// <summary>An average times a unit; the published one is taken to have the same deviation.</summary>
    public static Figure Of(Average average, string? published, double unit = 1, double errorScale = 1) => new(
        average.Value * unit, average.Error * unit, Empty(published), average.Error * unit * errorScale);

    public override string ToString()
    {
        if (double.IsNaN(Value))
        {
            return "";
        }

        var digits = Published is { } text && text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 1;
        var ours = Value.ToString($"0.{new string('0', Published is null ? 1 : Math.Max(1, digits))}", CultureInfo.InvariantCulture);
        return Published is null ? ours : $"{(Differs ? $"**{ours}**" : ours)} ({Published})";
    }

    /// <summary>How much larger the published error is than ours, for the numbers of runs.</summary>
    public static double Scale(long runs, long publishedRuns = PublishedRuns) => Math.Sqrt((double)runs / publishedRuns);

    private static string? Empty(string? published) => published is null or "" or "-" ? null : published;
}
