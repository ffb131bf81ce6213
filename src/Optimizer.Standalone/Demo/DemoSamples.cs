using Optimizer.Connectors.Simulated;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Demo;

/// <summary>The sample plays, their policy and the market they meet; carried in the assembly, so that the demo runs from any directory.</summary>
internal static class DemoSamples
{
    private const string Prefix = "Demo.plays.";
    private const string PolicyName = "Demo.portfolio-policy.yaml";

    // Traffic that lets each play tell a tenth apart within its own experiment length: what a product of that size has.
    private static readonly Dictionary<string, MarketSettings> Markets = new(StringComparer.Ordinal)
    {
        ["cold-outbound-meetings"] = new() { DailyUnits = 900 },
        ["failed-payment-rescue"] = new() { DailyUnits = 700 },
        ["in-app-upgrade-prompts"] = new() { DailyUnits = 4000 },
        ["newsletter-referral"] = new() { DailyUnits = 5000 },
        ["onboarding-checklist"] = new() { DailyUnits = 900 },
        ["paid-search-landing-page"] = new() { DailyUnits = 4000 },
        ["pricing-page-demos"] = new() { DailyUnits = 4500 },
        ["trial-to-paid-nurture"] = new() { DailyUnits = 1500 },
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
