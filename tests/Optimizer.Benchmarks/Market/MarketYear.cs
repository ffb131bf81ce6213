using Optimizer.Benchmarks.Decisions;
using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;

namespace Optimizer.Benchmarks.Market;

/// <summary>Runs some plays on the market of one seed for some weeks, and holds what they did against the truth.</summary>
internal static class MarketYear
{
    /// <summary>The figure of a year is the mean of its last weeks.</summary>
    public const int LastWeeks = 4;

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<PlayYear>> RunAsync(
        MarketMode mode, ulong seed, int weeks, IReadOnlyList<PlayDocument> plays, CancellationToken cancellationToken)
    {
        await using var simulation = await Simulation.OpenAsync(new()
        {
            HasReports = false,
            People = new() { Seed = seed },
            Plays = plays,
            Policy = mode.Policy,
            Seed = seed,
            Start = Start,
        });
        var resumed = plays.ToDictionary(document => document.Play.Slug, _ => 0, StringComparer.Ordinal);
        for (var week = 1; week <= weeks; week++)
        {
            await simulation.RunUntilAsync(7 * week, cancellationToken);
            await ResumeAsync(simulation, resumed);
        }

        var years = new List<PlayYear>();
        foreach (var document in plays)
        {
            var view = await simulation.Loop.ViewAsync(document.Play.Slug)
                ?? throw new InvalidOperationException($"{document.Play.Slug} is gone after {weeks} weeks of seed {seed}");
            years.Add(await ReadAsync(simulation, document.Play, view, resumed[document.Play.Slug], weeks, SplitMix.For(seed, document.Play.Slug, 0)));
        }

        return years;
    }

    // What a loop hands to a person is not left lying: somebody looks once a week.
    private static async Task ResumeAsync(Simulation simulation, Dictionary<string, int> resumed)
    {
        foreach (var slug in resumed.Keys)
        {
            if (await simulation.Loop.ViewAsync(slug) is { Status: PlayStatus.Paused or PlayStatus.Review })
            {
                resumed[slug]++;
                await simulation.Loop.Engine.SignalAsync(
                    LoopNames.PlayId(slug), LoopNames.PlayNews,
                    new PlayNews { Command = new(PlayCommandKind.Resume, "ana@example.com", "looked at on Monday") });
            }
        }
    }

    private static async Task<PlayYear> ReadAsync(Simulation simulation, Play play, PlayView view, int resumed, int weeks, SplitMix random)
    {
        var (truth, goal) = (simulation.Market.Truth, play.Primary.First());
        var last = DateOnly.FromDateTime(Start.UtcDateTime).AddDays((7 * weeks) - 1);
        var first = last.AddDays(1 - (7 * LastWeeks));
        var untouched = truth.MeanUntouched(play, goal, first, last);
        var moves = play.Variables.Select(variable => MoveCatalogue.For(variable.Key).Select(move => move.Setting(variable.Key)).ToList()).ToList();
        var trail = await TrailReading.OfAsync(simulation.Loop.Records.Audit, truth, play);
        return new(
            play.Slug,
            Gain(truth.MeanActual(play, goal, first, last)),
            Gain(truth.MeanBest(play, goal, first, last, [.. MoveCatalogue.Reachable(play)])),
            Together(truth, play, moves.Select(settings => settings[0])),
            Together(truth, play, moves.Select(settings => settings[random.Next(settings.Count)])),
            trail.Trials,
            trail.Answers,
            resumed,
            view.Autonomy.ToString(),
            view.Status.ToString());

        double Gain(double level) => goal.Direction == KpiDirection.HigherIsBetter ? (level / untouched) - 1 : 1 - (level / untouched);
    }

    private static double Together(MarketTruth truth, Play play, IEnumerable<VariableSetting> settings)
    {
        var sign = play.Primary.First().Direction == KpiDirection.HigherIsBetter ? 1 : -1;
        return sign * (settings.Aggregate(1.0, (factor, setting) => factor * (1 + (sign * truth.Gain(play, setting)))) - 1);
    }
}
