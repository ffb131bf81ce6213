using System.Globalization;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Demo;

/// <summary>The sample plays on the simulated market, week by week in virtual time.</summary>
internal static class DemoRun
{
    private const int DaysOfWeek = 7;

    // Half of the answers come within so many hours; a team that watches a demo leaves no question open.
    private const double MedianHours = 5;
    private const double RejectShare = 0.15;
    private const double RejectSensitiveShare = 0.3;

    // A play that a guardrail paused, or whose failures want a person, is looked at so many weeks later and let go on.
    private const int WeeksUntilLooked = 2;
    private const string Owner = "owner@example.com";

    /// <summary>Runs it and gathers what came of it. The records stay in the folder.</summary>
    public static async Task<DemoReport> RunAsync(DemoOptions options, Action<DemoWeek> tell, CancellationToken cancellationToken)
    {
        IReadOnlyList<PlayDocument> plays = [.. DemoSamples.Plays().Take(options.Plays)];
        await DemoFolder.BeginAsync(
            options.Folder, string.Create(CultureInfo.InvariantCulture, $"demo, seed {options.Seed}, {options.Weeks} weeks, {plays.Count} plays"), cancellationToken);
        await using var simulation = await Simulation.OpenAsync(new()
        {
            Folder = options.Folder,
            People = new() { Seed = options.Seed, MedianHours = MedianHours, NeverShare = 0, RejectShare = RejectShare, RejectSensitiveShare = RejectSensitiveShare },
            Plays = plays,
            Policy = DemoSamples.Policy,
            Seed = options.Seed,
            Settings = DemoSamples.Market,
            Start = DemoSamples.Start,
        });
        var (seen, last) = (0L, (string?)null);
        var standing = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var week = 1; week <= options.Weeks; week++)
        {
            await simulation.RunUntilAsync(week * DaysOfWeek, cancellationToken);
            await foreach (var record in simulation.Loop.Records.Audit.ReadAsync(new() { Kinds = ["experiment.ended"], AfterSequence = seen }, cancellationToken))
            {
                var ended = (ExperimentEnded)record.Entry.Event;
                (seen, last) = (record.Sequence, $"{record.Entry.Experiment} {DecisionWords.End(ended.End)}{(ended.Gain is { } gain ? $" ({Change(gain)})" : "")}");
            }

            var live = 0;
            foreach (var document in plays)
            {
                var view = await simulation.Loop.ViewAsync(document.Play.Slug);
                live += view?.Experiment is null ? 0 : 1;
                await LookAsync(simulation, document.Play.Slug, view, standing, week);
            }

            tell(new(week, options.Weeks, plays.Count, live, last));
        }

        return await DemoReport.OfAsync(simulation, plays, options, cancellationToken);
    }

    private static async Task LookAsync(Simulation simulation, string slug, PlayView? view, Dictionary<string, int> standing, int week)
    {
        if (view?.Status is not (PlayStatus.Paused or PlayStatus.Review))
        {
            standing.Remove(slug);
        }
        else if (!standing.TryAdd(slug, week) && week - standing[slug] >= WeeksUntilLooked)
        {
            standing.Remove(slug);
            await simulation.Loop.Engine.SignalAsync(
                LoopNames.PlayId(slug), LoopNames.PlayNews, new PlayNews { Command = new(PlayCommandKind.Resume, Owner, "looked at; go on") }, $"demo-{slug}-resume-{week}");
        }
    }
}
