using Optimizer.Domain.Plays;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Plays;

namespace Optimizer.Benchmarks.Plays;

/// <summary>State and history of one play over very many ticks (S0-068).</summary>
internal static class StateGrowth
{
    private const int Sampled = 60;
    private static readonly int[] Ticks = [100, 1_000, 10_000];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The most that a later point may have against the one of the middle.</summary>
    public const double MostGrowth = 1.5;

    public static bool IsMet(IReadOnlyList<StatePoint> points) =>
        points[^1].StateBytes <= MostGrowth * points[^2].StateBytes && points[^1].PlayEvents <= MostGrowth * points[^2].PlayEvents;

    public static async Task<IReadOnlyList<StatePoint>> RunAsync(string folder)
    {
        var play = Sample.Plays().First(sample => sample.Play.Slug == "onboarding-checklist");
        await using var simulation = await Simulation.OpenAsync(new()
        {
            Folder = folder,
            HasReports = false,
            People = new() { Seed = 1 },
            Plays = [play],
            Policy = "version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: full\n  trigger.proactive: true\n",
            Seed = 1,
            Start = Start,
        });
        var (points, most) = (new List<StatePoint>(), new StatePoint(0, 0, 0, 0, 0, 0));
        for (var (day, ticks) = (1, 0); points.Count < Ticks.Length; day++)
        {
            await simulation.RunUntilAsync(day);
            var view = await simulation.Loop.ViewAsync(play.Play.Slug) ?? throw new InvalidOperationException("the play is gone");
            await TellAsync(simulation, view, view.Ticks == ticks);
            ticks = view.Ticks;
            if (Ticks[points.Count] - ticks is >= Sampled)
            {
                continue;
            }

            most = Most(most, await ReadAsync(simulation, view));
            if (ticks >= Ticks[points.Count])
            {
                points.Add(most with { Ticks = ticks, Records = simulation.Loop.Records.Head().Count, Experiments = view.Experiments });
                most = new(0, 0, 0, 0, 0, 0);
                Console.Error.WriteLine($"{ticks} ticks");
            }
        }

        return points;
    }

    // A converged play looks rarely, a paused one and one under review wait for a person: all are told to go on, or years would pass between ticks.
    private static async Task TellAsync(Simulation simulation, PlayView view, bool isIdle)
    {
        if (view.Status is PlayStatus.Paused or PlayStatus.Review)
        {
            await SignalAsync(PlayCommandKind.Resume);
        }
        else if (isIdle)
        {
            await SignalAsync(PlayCommandKind.Tick);
        }

        Task SignalAsync(PlayCommandKind kind) => simulation.Loop.Engine.SignalAsync(
            LoopNames.PlayId(view.Play), LoopNames.PlayNews, new PlayNews { Command = new(kind, "ana@example.com", "goes on") });
    }

    private static async Task<StatePoint> ReadAsync(Simulation simulation, PlayView view)
    {
        var own = await simulation.Loop.Engine.HistoryAsync(LoopNames.PlayId(view.Play)) ?? throw new InvalidOperationException("no history");
        var experiment = view.Experiment is { } id ? await simulation.Loop.Engine.HistoryAsync(LoopNames.ExperimentId(id)) : null;
        return new(
            view.Ticks, own.Entries.First(entry => entry.Kind == HistoryKind.Started).Payload!.Value.Bytes, own.Entries.Count, experiment?.Entries.Count ?? 0, 0, 0);
    }

    private static StatePoint Most(StatePoint one, StatePoint other) => new(
        0, Math.Max(one.StateBytes, other.StateBytes), Math.Max(one.PlayEvents, other.PlayEvents), Math.Max(one.ExperimentEvents, other.ExperimentEvents), 0, 0);
}
