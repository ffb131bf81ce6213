namespace Optimizer.Benchmarks.Market;

/// <summary>A way to run the same plays on the same market.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="About">In words, for the page.</param>
/// <param name="Policy">Text of the policy.</param>
internal sealed record MarketMode(string Name, string About, string Policy)
{
    public const string Guarded = "guarded";
    public const string Literal = "literal";

    public static readonly IReadOnlyList<MarketMode> All =
    [
        new(Guarded, "profile gtm-play: the autopilot as it comes", "version: 1\nprofile: gtm-play\n"),
        new(Literal, "profile gtm-play-strict: stated rules act word for word", "version: 1\nprofile: gtm-play-strict\n"),
        new(
            "proactive",
            "gtm-play, but a diagnosis may begin without an anomaly",
            "version: 1\nprofile: gtm-play\nset:\n  trigger.proactive: true\n"),
        new(
            "alone",
            "gtm-play, every play at full autonomy from its first day",
            "version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: full\n"),
        new("four-weeks", "gtm-play, experiments planned for 28 days instead of 14", "version: 1\nprofile: gtm-play\nset:\n  experiment.end_days: 28\n"),
        new("six-weeks", "gtm-play, experiments planned for 42 days instead of 14", "version: 1\nprofile: gtm-play\nset:\n  experiment.end_days: 42\n"),
    ];
}
