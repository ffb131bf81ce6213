using System.CommandLine;
using Optimizer.Benchmarks.Engine.Growth;
using Optimizer.Benchmarks.Engine.Pages;
using Optimizer.Benchmarks.Engine.Waiting;
using Optimizer.Benchmarks.Engine.Workloads;

namespace Optimizer.Benchmarks.Engine;

/// <summary>The embedded engine against its goals, beside a raw loop on the same disk in the same rounds.</summary>
internal static class EngineCommand
{
    private const string GrowthName = "growth";
    private const string VirtualName = "virtual";
    private static readonly string[] Names = ["W1", "W2", "W3", "W4", "W5", GrowthName, VirtualName];

    public static Command Build()
    {
        var write = new Option<bool>("--write") { Description = "Writes results/engine.md." };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, at least 1.", DefaultValueFactory = _ => 6 };
        var only = new Option<string>("--only") { Description = $"Some of {string.Join(',', Names)}; default all." };
        var folder = new Option<string>("--data") { Description = "Folder on the disk to measure; default a fresh one under artifacts." };
        var command = new Command("engine", "The durable engine's speed, flushes, memory and recovery against its goals.") { write, rounds, only, folder };
        rounds.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int>() < 1)
            {
                parsed.AddError("--rounds must be at least 1");
            }
        });
        only.Validators.Add(parsed =>
        {
            if (Split(parsed.GetValueOrDefault<string>()).Except(Names, StringComparer.OrdinalIgnoreCase).ToArray() is [var unknown, ..])
            {
                parsed.AddError($"--only knows {string.Join(", ", Names)}; '{unknown}' is none of them");
            }
        });
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(write), parsed.GetValue(rounds), Split(parsed.GetValue(only)), parsed.GetValue(folder)));
        foreach (var process in WaitingCommand.Build())
        {
            command.Add(process);
        }

        return command;
    }

    private static string[] Split(string? names) => names?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? Names;

    private static async Task<int> RunAsync(bool write, int rounds, string[] only, string? folder)
    {
        var fresh = Path.Combine(folder ?? "artifacts", $"engine-{Environment.ProcessId}");
        Directory.CreateDirectory(fresh);
        try
        {
            var page = await MeasureAsync(fresh, rounds, only.ToHashSet(StringComparer.OrdinalIgnoreCase));
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("engine.md", page.ToString());
            }

            return page.Met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(fresh, recursive: true);
        }
    }

    private static async Task<EnginePage> MeasureAsync(string folder, int rounds, HashSet<string> only)
    {
        var (page, machine) = (new EnginePage(), Machine.Say(folder));
        var workloads = Workloads(only);
        foreach (var workload in Workloads(only).Where(workload => workload is not WaitingMany))
        {
            await RoundAsync(workload, folder, "warm-up");
        }

        for (var round = 1; round <= rounds; round++)
        {
            foreach (var workload in workloads)
            {
                await RoundAsync(workload, folder, $"round {round} of {rounds}");
            }
        }

        if (workloads.Count > 0)
        {
            page.Lines([.. workloads.SelectMany(workload => workload.Lines)], rounds);
        }

        if (only.Contains(GrowthName))
        {
            page.Growth([
                await WaitingGrowth.RunAsync(folder), await HistoryGrowth.RunAsync(Path.Combine(folder, "history.db"))]);
        }

        if (only.Contains(VirtualName))
        {
            page.Virtual(await VirtualMonths.RunAsync());
        }

        page.Machine(machine);
        return page;
    }

    private static List<Workload> Workloads(HashSet<string> only) => [..
        new Workload[] { new OneAtATime(), new ManyAtOnce(), new WideFanOut(), new Signalled(), new WaitingMany() }
            .Where(workload => only.Contains(workload.Name))];

    // Fresh files each time; those of the round before are gone, so that no workload pays for another's.
    private static async Task RoundAsync(Workload workload, string folder, string which)
    {
        Console.Error.WriteLine($"{workload.Name}, {which}");
        var own = Directory.CreateDirectory(Path.Combine(folder, workload.Name));
        await workload.RunAsync(own.FullName);
        own.Delete(recursive: true);
    }
}
