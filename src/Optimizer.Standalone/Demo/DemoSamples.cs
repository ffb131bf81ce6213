using Optimizer.Connectors.Simulated;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Demo;

/// <summary>The sample plays, their policy and the market they meet; carried in the assembly, so that the demo runs from any directory.</summary>
internal static class DemoSamples
{
    private const string Prefix = "Demo.plays.";
    private const string PolicyName = "Demo.portfolio-policy.yaml";

    // Effects somewhat larger than usual, so that half a year of eight plays has enough to tell.
    private const double EffectScale = 1.3;

    // What a company of that size has: each play can tell a tenth or so apart within one experiment. One of them meets the storms that
    // markets have; the others show what experiments did without them.
    private static readonly Dictionary<string, MarketSettings> Markets = new(StringComparer.Ordinal)
    {
        ["cold-outbound-meetings"] = new() { BaseLevel = 0.014, DailyUnits = 1800, EffectScale = EffectScale, ShockRate = 0 },
        ["failed-payment-rescue"] = new() { BaseLevel = 0.29, DailyUnits = 800, EffectScale = EffectScale, ShockRate = 0 },
        ["in-app-upgrade-prompts"] = new() { BaseLevel = 1.1, DailyUnits = 8000, EffectScale = EffectScale, ShockRate = 0 },
        ["newsletter-referral"] = new() { BaseLevel = 0.015, DailyUnits = 8000, EffectScale = EffectScale, ShockRate = 0 },
        ["onboarding-checklist"] = new() { BaseLevel = 0.36, DailyUnits = 2000, EffectScale = EffectScale, ShockRate = 0 },
        ["paid-search-landing-page"] = new() { BaseLevel = 0.036, DailyUnits = 8000, EffectScale = EffectScale, ShockRate = 0 },
        ["pricing-page-demos"] = new() { BaseLevel = 0.028, DailyUnits = 8000, EffectScale = EffectScale, ShockRate = 0 },
        ["trial-to-paid-nurture"] = new() { BaseLevel = 0.115, DailyUnits = 1500, EffectScale = EffectScale },
    };

    /// <summary>A Monday, so that weeks of the demo are weeks of the calendar; noon, so that the last week's brief is written too.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many plays there are.</summary>
    public static int Count => Markets.Count;

    public static IReadOnlyDictionary<string, MarketSettings> Market => Markets;

    public static string Policy => Text(PolicyName);

    /// <summary>In the order of their slugs.</summary>
    public static IReadOnlyList<PlayDocument> Plays() =>
    [
        .. typeof(DemoSamples).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    private static PlayDocument Read(string name)
    {
        var file = PlayFile.Read(Text(name), name[Prefix.Length..]);
        return file is { Plays: [var only], Problems: [] }
            ? only
            : throw new InvalidOperationException($"the sample {name} does not read: {string.Join("; ", file.Problems)}");
    }

    private static string Text(string name)
    {
        using var stream = typeof(DemoSamples).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the sample {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
