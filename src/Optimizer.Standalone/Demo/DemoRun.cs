using System.Globalization;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Definitions;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Demo;

/// <summary>The sample plays on the simulated market, week by week in virtual time.</summary>
internal static class DemoRun
{
    private const int DaysOfWeek = 7;

    // Half of the answers come within so many hours; some questions stay without one.
    private const double MedianHours = 5;
    private const double RejectShare = 0.15;

    /// <summary>Runs it and gathers what came of it. The records stay in the folder.</summary>
    public static async Task<DemoReport> RunAsync(DemoOptions options, Action<DemoWeek> tell, CancellationToken cancellationToken)
    {
        IReadOnlyList<PlayDocument> plays = [.. DemoSamples.Plays().Take(options.Plays)];
        await DemoFolder.BeginAsync(
            options.Folder, string.Create(CultureInfo.InvariantCulture, $"demo, seed {options.Seed}, {options.Weeks} weeks, {plays.Count} plays"), cancellationToken);
        await using var simulation = await Simulation.OpenAsync(new()
        {
            Folder = options.Folder,
            People = new() { Seed = options.Seed, MedianHours = MedianHours, RejectShare = RejectShare },
            Plays = plays,
            Policy = DemoSamples.Policy,
            Seed = options.Seed,
            Settings = DemoSamples.Market,
            Start = DemoSamples.Start,
        });
        var (seen, last) = (0L, (string?)null);
        for (var week = 1; week <= options.Weeks; week++)
        {
            await simulation.RunUntilAsync(week * DaysOfWeek, cancellationToken);
            await foreach (var record in simulation.Loop.Records.Audit.ReadAsync(new() { Kinds = ["experiment.ended"], AfterSequence = seen }, cancellationToken))
            {
                var ended = (ExperimentEnded)record.Entry.Event;
                (seen, last) = (record.Sequence, $"{record.Entry.Experiment} {DecisionWords.End(ended.End)}{(ended.Gain is { } gain ? $" ({Change(gain)})" : "")}");
            }

            tell(new(week, options.Weeks, plays.Count, await LiveAsync(simulation, plays), last));
        }

        return await DemoReport.OfAsync(simulation, plays, options, cancellationToken);
    }

    private static async Task<int> LiveAsync(Simulation simulation, IReadOnlyList<PlayDocument> plays)
    {
        var live = 0;
        foreach (var document in plays)
        {
            live += (await simulation.Loop.ViewAsync(document.Play.Slug))?.Experiment is null ? 0 : 1;
        }

        return live;
    }
}
