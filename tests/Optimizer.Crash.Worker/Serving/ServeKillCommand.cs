using System.CommandLine;
using System.Globalization;

namespace Optimizer.Crash.Worker.Serving;

/// <summary><c>serve-kill</c>: kills the live server with approvals, visitors and orders under way.</summary>
internal static class ServeKillCommand
{
    public static Command Build()
    {
        var times = new Option<int>("--times") { Description = "How often to kill.", DefaultValueFactory = _ => 100 };
        var plays = new Option<int>("--plays") { Description = "Plays served.", DefaultValueFactory = _ => 150 };
        var seed = new Option<ulong>("--seed") { Description = "Of the moments of the kills and of what people do.", DefaultValueFactory = _ => 1 };
        var command = new Command("serve-kill", "Serves plays to people and visitors, kills the server again and again, and verifies that everything it acknowledged is still true.") { times, plays, seed };
        command.SetAction(async (parsed, cancelled) =>
        {
            var folder = Directory.CreateTempSubdirectory("optimizer-serve-kill-").FullName;
            var counts = await new ServedKillRun(folder, parsed.GetValue(times), parsed.GetValue(plays), parsed.GetValue(seed)).RunAsync(Console.WriteLine, cancelled);
            Console.WriteLine();
            foreach (var (name, count) in counts.Rows)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {count,9:#,0}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"faults in all",-36} {counts.Faults.Count,9:#,0}"));
            foreach (var fault in counts.Faults.Take(50))
            {
                Console.WriteLine($"FAULT {fault}");
            }

            if (counts.Faults.Count == 0)
            {
                Directory.Delete(folder, recursive: true);
                return 0;
            }

            Console.WriteLine($"files: {folder}");
            return 1;
        });
        return command;
    }
}
