using System.Globalization;
using Optimizer.Connectors.Faults;
using Optimizer.Connectors.Simulated;
using Optimizer.Testing;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Loops.Seeds;

/// <summary>What a seed makes of a run: plays, policy, market, people and faults, all drawn from it.</summary>
internal sealed record SeedPlan(KitOptions Options, int Weeks)
{
    private static readonly string[] Ports =
    [
        "IKpiSource", "IExposureSource", "IFeatureFlags", "IVariableChannel", "IStrategist", "INotifier", "ICampaignRecord",
        "IIssueTracker", "IAuditTrail", "IExperimentRegister", "IPlayStore",
    ];

    private static readonly string[] Levels = ["full", "full", "full", "semi", "advisory", "shadow"];
    private static readonly string[] Zones = ["UTC", "Europe/Warsaw", "America/New_York", "Asia/Kolkata"];

    public static SeedPlan Of(ulong seed, int weeks)
    {
        var random = new SplitMix(seed * 7919 + 17);
        string[] slugs = ["a", "a-1", "b"];
        var policy = Policy(random, slugs);
        var texts = slugs.Select(slug => PlayText.Of(
            slug, Zones[Below(random, Zones.Length)], $"{Below(random, 24):00}:{Below(random, 4) * 15:00}", Below(random, 4) == 0 ? "down" : "up",
            maxStarts: 2 + Below(random, 3))).ToList();
        return new(
            new()
            {
                Seed = seed,
                Plays = texts,
                Policy = policy,
                Market = slugs.ToDictionary(slug => slug, _ => Market(random)),
                People = new SimulatedPeople(new() { Seed = seed, NeverShare = 0.15 }).Answers,
                Faults = seed % 5 == 0 ? null : clock => Faults(seed, clock),
                Start = LoopKit.Monday.AddDays(Below(random, 300)),
            },
            weeks);
    }

    private static string Policy(SplitMix random, string[] slugs)
    {
        var text = PolicyText.With(
            $"site.max_active: {1 + Below(random, 3)}",
            $"site.max_starts_per_day: {1 + Below(random, 3)}",
            $"allocation: {(Below(random, 3) == 0 ? "bandit" : "fixed")}",
            $"trigger.proactive: {(Below(random, 2) == 0 ? "true" : "false")}",
            $"approval.timeout: {new[] { "park", "reject", "escalate" }[Below(random, 3)]}",
            $"time_zone: {Zones[Below(random, Zones.Length)]}",
            string.Create(CultureInfo.InvariantCulture, $"experiment.min_units: {100 + 50 * Below(random, 4)}"));
        if (Below(random, 3) == 0)
        {
            text += "\n  stop.drop30.mode: literal\n  promote.p90.mode: literal";
        }

        text += "\nscopes:\n" + string.Join("\n", slugs.Select(slug => PolicyText.Level(slug, Levels[Below(random, Levels.Length)])));
        return Below(random, 2) == 0 ? text + "\n  - page: /pricing\n    plays: [a, a-1]\n    set: {page.max_active: 1}\n" : text + "\n";
    }

    private static MarketSettings Market(SplitMix random) => new()
    {
        DailyUnits = 150 + 400 * random.Uniform(),
        EffectScale = Below(random, 3) switch { 0 => 0, 1 => 1, _ => 4 },
        ShockRate = Below(random, 3),
    };

    private static FaultOptions Faults(ulong seed, TimeProvider clock)
    {
        var random = new SplitMix(seed * 104729 + 5);
        var scale = Below(random, 3) switch { 0 => 0.005, 1 => 0.03, _ => 0.1 };
        var start = clock.GetUtcNow();
        return new()
        {
            Seed = seed,
            Clock = clock,
            FailShare = scale * random.Uniform(),
            LostAnswerShare = scale * random.Uniform(),
            NonsenseShare = scale * random.Uniform(),
            Outages = [.. Enumerable.Range(0, Below(random, 5)).Select(_ =>
            {
                var from = start.AddDays(1 + 170 * random.Uniform());
                return new Outage(Below(random, 6) == 0 ? null : Ports[Below(random, Ports.Length)], from, from.AddHours(0.5 + 60 * random.Uniform() * random.Uniform()));
            })],
        };
    }

    private static int Below(SplitMix random, int count) => (int)(random.Next() % (ulong)count);
}
