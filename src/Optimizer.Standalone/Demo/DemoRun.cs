using System.Globalization;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Demo;

/// <summary>The plays on the simulated market, week by week in virtual time.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private const int DaysOfWeek = 7;

    // For the cockpit, which needs something to look at: more plays join, and at last nobody answers any more. Among hundreds of plays,
    // which are young themselves, experiments are live anyway.
    private const int Newcomers = 14;
    private const int LateNewcomers = 6;
    private const int NewcomerDays = 17;
    private const int NewcomerDaysOfMany = 6;
    private const int Many = 50;
    private const int SilentDays = 5;
    private const int PausedDays = 2;
    private const int LateDays = 1;

    // Half of the answers come within so many hours; a team that watches a demo leaves no question open.
    private const double MedianHours = 5;
    private const double RejectShare = 0.1;
    private const double RejectSensitiveShare = 0.3;

    // A play that a guardrail paused, or whose failures want a person, is looked at so many weeks later and let go on.
    private const int WeeksUntilLooked = 2;
    private const string Owner = "owner@example.com";

    private readonly DemoOptions _options;
    private readonly IReadOnlyList<DemoDocument> _plays;
    private readonly IReadOnlyList<DemoDocument> _newcomers;

    private DemoRun(DemoOptions options, IReadOnlyList<DemoDocument> all, Simulation simulation)
    {
        (_options, Simulation) = (options, simulation);
        (_plays, _newcomers) = ([.. all.Take(options.Plays)], [.. all.Skip(options.Plays)]);
    }

    public Simulation Simulation { get; }

    /// <summary>Opens the market and starts the plays. The records stay in the folder.</summary>
    public static async Task<DemoRun> OpenAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var all = DemoSamples.Plays(Math.Min(options.Plays + Newcomers, DemoSamples.Most));
        await DemoFolder.BeginAsync(
            options.Folder, string.Create(CultureInfo.InvariantCulture, $"demo, seed {options.Seed}, {options.Weeks} weeks, {options.Plays} plays"), cancellationToken);
        return new(options, all, await Simulation.OpenAsync(new()
        {
            Folder = options.Folder,
            People = new()
            {
                Seed = options.Seed,
                MedianHours = MedianHours,
                NeverShare = 0,
                RejectShare = RejectShare,
                RejectSensitiveShare = RejectSensitiveShare,
                Until = DemoSamples.Start.AddDays(Last(options) - SilentDays),
            },
            Plays = [.. all.Take(options.Plays).Select(play => play.Definition)],
            Policy = DemoPolicy.Of([.. all.Take(options.Plays)]),
            Seed = options.Seed,
            Settings = all.ToDictionary(play => play.Slug, play => play.Market, StringComparer.Ordinal),
            Start = DemoSamples.Start,
        }));
    }

    /// <summary>Runs it and gathers what came of it.</summary>
    /// <param name="tell">Hears of every week that is over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DemoReport> RunAsync(Action<DemoWeek> tell, CancellationToken cancellationToken)
    {
        var (seen, last) = (0L, (string?)null);
        var standing = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var week = 1; week <= _options.Weeks; week++)
        {
            await Simulation.RunUntilAsync(week * DaysOfWeek, cancellationToken);
            await foreach (var record in Simulation.Loop.Records.Audit.ReadAsync(new() { Kinds = ["experiment.ended"], AfterSequence = seen }, cancellationToken))
            {
                var ended = (ExperimentEnded)record.Entry.Event;
                (seen, last) = (record.Sequence, $"{record.Entry.Experiment} {DecisionWords.End(ended.End)}{(ended.Gain is { } gain ? $" ({Change(gain)})" : "")}");
            }

            var live = 0;
            foreach (var document in _plays)
            {
                var view = await Simulation.Loop.ViewAsync(document.Slug);
                live += view?.Experiment is null ? 0 : 1;
                await LookAsync(document.Slug, view, standing, week);
            }

            tell(new(week, _options.Weeks, _plays.Count, live, last));
        }

        return await DemoReport.OfAsync(Simulation, _plays, _options, cancellationToken);
    }

    /// <summary>
    /// Lets some more days go by for the cockpit: new plays join, so that experiments are live and questions are asked, and in the last
    /// days nobody answers.
    /// </summary>
    /// <returns>What was done, in words for people.</returns>
    public async Task<string> GoOnAsync(CancellationToken cancellationToken)
    {
        await Simulation.Loop.SetPolicyAsync(DemoPolicy.Of([.. _plays, .. _newcomers]), Simulation.PolicyFileName);
        var end = Last(_options);
        await EnrolAsync(_newcomers.SkipLast(LateNewcomers));
        await Simulation.RunUntilAsync(end - PausedDays, cancellationToken);
        var paused = _newcomers.Count > LateNewcomers ? _newcomers[0] : _plays[0];
        await OrderAsync(paused.Slug, PlayCommandKind.Pause, "we change tools this week", "pause");
        await Simulation.RunUntilAsync(end - LateDays, cancellationToken);
        await EnrolAsync(_newcomers.TakeLast(LateNewcomers));
        await Simulation.RunUntilAsync(end, cancellationToken);
        return $"{Units.Many(_newcomers.Count, "more play")} joined, {end - (_options.Weeks * DaysOfWeek)} more days went by, and in the last {SilentDays} nobody answered";
    }

    // The day at which the cockpit opens.
    private static int Last(DemoOptions options) => (options.Weeks * DaysOfWeek) + (options.Plays > Many ? NewcomerDaysOfMany : NewcomerDays);

    public ValueTask DisposeAsync() => Simulation.DisposeAsync();

    private async Task LookAsync(string slug, PlayView? view, Dictionary<string, int> standing, int week)
    {
        if (view?.Status is not (PlayStatus.Paused or PlayStatus.Review))
        {
            standing.Remove(slug);
        }
        else if (!standing.TryAdd(slug, week) && week - standing[slug] >= WeeksUntilLooked)
        {
            standing.Remove(slug);
            await OrderAsync(slug, PlayCommandKind.Resume, "looked at; go on", $"resume-{week}");
        }
    }

    private Task<SignalAnswer> OrderAsync(string slug, PlayCommandKind order, string why, string key) => Simulation.Loop.Engine.SignalAsync(
        LoopNames.PlayId(slug), LoopNames.PlayNews, new PlayNews { Command = new(order, Owner, why) }, $"demo-{slug}-{key}");

    private async Task EnrolAsync(IEnumerable<DemoDocument> plays)
    {
        foreach (var document in plays)
        {
            await Simulation.Loop.EnrolAsync(document.Definition, $"{document.Slug}.yaml");
        }
    }
}
