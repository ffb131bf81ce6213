using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;

namespace Optimizer.Benchmarks.Market;

/// <summary>Whether the loop is worth having: many years of plays on markets whose truth is known, against doing nothing and against an oracle.</summary>
internal static class MarketCommand
{
    public static Command Build()
    {
        var seeds = new Option<int>("--seeds") { Description = "Markets, each with plays of its own.", DefaultValueFactory = _ => 200 };
        var weeks = new Option<int>("--weeks") { Description = "Virtual weeks of each.", DefaultValueFactory = _ => 52 };
        var plays = new Option<int>("--plays") { Description = "Plays on each market, of the samples in turn.", DefaultValueFactory = _ => 1 };
        var modes = new Option<string>("--modes")
        {
            Description = $"Of {string.Join(", ", MarketMode.All.Select(mode => mode.Name))}.",
            DefaultValueFactory = _ => $"{MarketMode.Guarded},{MarketMode.Literal}",
        };
        var write = new Option<bool>("--write") { Description = "Writes results/market.md." };
        var command = new Command(
            "market", "Gain of the loop on simulated markets against doing nothing and an oracle, and how often it adopts harm; exits 1 when a goal is missed.")
        {
            seeds, weeks, plays, modes, write,
        };
        AtLeast(seeds, 2);
        AtLeast(weeks, MarketYear.LastWeeks);
        AtLeast(plays, 1);
        modes.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<string>().Split(',').Except(MarketMode.All.Select(mode => mode.Name)).FirstOrDefault() is { } unknown)
            {
                parsed.AddError($"--modes knows {string.Join(", ", MarketMode.All.Select(mode => mode.Name))}; '{unknown}' is none of them");
            }
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(seeds), parsed.GetValue(weeks), parsed.GetValue(plays),
            [.. parsed.GetValue(modes)!.Split(',').Distinct().Select(name => MarketMode.All.First(mode => mode.Name == name))],
            parsed.GetValue(write), cancel));
        return command;
    }

    private static void AtLeast(Option<int> option, int least) => option.Validators.Add(parsed =>
    {
        if (parsed.GetValueOrDefault<int>() < least)
        {
            parsed.AddError($"{option.Name} must be at least {least}");
        }
    });

    private static async Task<int> RunAsync(int seeds, int weeks, int plays, IReadOnlyList<MarketMode> modes, bool write, CancellationToken cancel)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var samples = Sample.Plays();
        var years = new ConcurrentDictionary<(string Mode, int Seed), IReadOnlyList<PlayYear>>();
        var runs = Enumerable.Range(1, seeds).SelectMany(seed => modes.Select(mode => (seed, mode)));
        await Parallel.ForEachAsync(runs, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (run, stop) =>
        {
            var own = Enumerable.Range(0, plays).Select(at => samples[((run.seed * plays) + at) % samples.Count]).DistinctBy(sample => sample.Play.Slug);
            years[(run.mode.Name, run.seed)] = await MarketYear.RunAsync(run.mode, (ulong)run.seed, weeks, [.. own], stop);
            if (years.Count % Math.Max(1, seeds * modes.Count / 20) == 0)
            {
                Console.Error.WriteLine($"{years.Count} of {seeds * modes.Count} years of play, {watch.Elapsed.TotalSeconds:0} s");
            }
        });
        var page = new MarketPage(seeds, weeks, plays, (Environment.CpuUsage.TotalTime - before).TotalMinutes, watch.Elapsed.TotalMinutes);
        foreach (var mode in modes)
        {
            page.Add(mode, [.. Enumerable.Range(1, seeds).Select(seed => years[(mode.Name, seed)])]);
        }

        Console.Out.Write(page);
        if (write)
        {
            Results.Write("market.md", page.ToString());
        }

        return page.Met ? 0 : 1;
    }
}
