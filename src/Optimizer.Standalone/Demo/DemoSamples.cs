using Optimizer.Connectors.Simulated;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Demo;

/// <summary>The sample plays, their policy and the market they meet; carried in the assembly, so that the demo runs from any directory.</summary>
internal static class DemoSamples
{
    public const string Mailings = "mailings";
    private const string Lifecycle = "lifecycle";
    private const string Product = "product";
    private const string Website = "website";

    private const string Prefix = "Demo.plays.";
    private const string PolicyName = "Demo.portfolio-policy.yaml";

    // Effects somewhat larger than usual, so that half a year of eight plays has enough to tell.
    private const double EffectScale = 1.3;

    // What a company of that size has: each play can tell a tenth or so apart within one experiment. One of them meets the storms that
    // markets have; the others show what experiments did without them.
    private static readonly (string Slug, string Site, MarketSettings Market)[] Samples =
    [
        ("cold-outbound-meetings", Mailings, new() { BaseLevel = 0.014, DailyUnits = 1800, EffectScale = EffectScale, ShockRate = 0 }),
        ("failed-payment-rescue", Lifecycle, new() { BaseLevel = 0.29, DailyUnits = 600, EffectScale = EffectScale, ShockRate = 0 }),
        ("in-app-upgrade-prompts", Product, new() { BaseLevel = 1.1, DailyUnits = 5000, EffectScale = EffectScale, ShockRate = 0 }),
        ("newsletter-referral", Mailings, new() { BaseLevel = 0.015, DailyUnits = 8000, EffectScale = EffectScale, ShockRate = 0 }),
        ("onboarding-checklist", Product, new() { BaseLevel = 0.36, DailyUnits = 900, EffectScale = EffectScale, ShockRate = 0 }),
        ("paid-search-landing-page", Website, new() { BaseLevel = 0.036, DailyUnits = 5000, EffectScale = EffectScale, ShockRate = 0 }),
        ("pricing-page-demos", Website, new() { BaseLevel = 0.028, DailyUnits = 6000, EffectScale = EffectScale, ShockRate = 0 }),
        ("trial-to-paid-nurture", Lifecycle, new() { BaseLevel = 0.115, DailyUnits = 1200, EffectScale = EffectScale }),
    ];

    /// <summary>A Monday, so that weeks of the demo are weeks of the calendar; noon, so that the last week's brief is written too.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many samples there are.</summary>
    public static int Count => Samples.Length;

    /// <summary>How many plays can be made of them.</summary>
    public static int Most => Count * (1 + DemoMarkets.Count);

    public static string Policy => Text(PolicyName);

    /// <summary>The samples in the order of their slugs, then each of them for one market after another.</summary>
    /// <param name="count">How many, at most <see cref="Most"/>.</param>
    public static IReadOnlyList<DemoDocument> Plays(int count)
    {
        DemoDocument[] samples = [.. Samples.Take(count).Select(sample => new DemoDocument(Read($"{Prefix}{sample.Slug}.yaml"), sample.Site, sample.Market, null))];
        return [.. samples, .. Enumerable.Range(Count, Math.Max(0, count - Count)).Select(number => samples[number % Count].For((number / Count) - 1))];
    }

    /// <summary>The turn in which a surface gets its freedom, from region to region.</summary>
    public static int TurnOf(string site) => Array.IndexOf([Website, Product, Lifecycle, Mailings], site);

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
