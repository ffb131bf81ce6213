using System.CommandLine;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>Kills the load at random moments, again and again, and verifies what is left.</summary>
internal static class KillCommand
{
    public static Command Build()
    {
        var times = new Option<int>("--times") { Description = "How often to kill.", DefaultValueFactory = _ => 200 };
        var seed = new Option<ulong>("--seed") { Description = "Of the moments of the kills.", DefaultValueFactory = _ => 1 };
        var folder = new Option<string?>("--data") { Description = "Empty folder to keep the files in; without it they are deleted unless something is wrong." };
        var command = new Command("kill", "Runs orders, kills the process again and again, and verifies that nothing is lost or doubled.") { times, seed, folder };
        command.SetAction((parsed, cancelled) => RunAsync(parsed.GetValue(times), parsed.GetValue(seed), parsed.GetValue(folder), cancelled));
        return command;
    }

    private static async Task<int> RunAsync(int times, ulong seed, string? kept, CancellationToken cancelled)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("optimizer-kill-").FullName;
        var run = new KillRun(folder, times, seed);
        var counts = await run.RunAsync(Console.WriteLine, cancelled);
        Console.WriteLine();
        Console.WriteLine(counts.Table());
        foreach (var fault in counts.Faults.Take(50))
        {
            Console.WriteLine($"FAULT {fault}");
        }

        if (counts.Faults.Count == 0 && kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            Console.WriteLine($"files: {folder}");
        }

        return counts.Faults.Count == 0 ? 0 : 1;
    }
}
