using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Optimizer.Workflows.Instances;

namespace Optimizer.Benchmarks.Engine.Waiting;

/// <summary>The processes of W5: one starts what waits and is killed, the next opens the file that is left.</summary>
internal static class WaitingCommand
{
    private static readonly Argument<string> File = new("file");
    private static readonly Argument<int> Count = new("count") { Description = "Instances that wait." };
    private static readonly Argument<long> Due = new("due") { Description = "When all are due, UTC ticks; 0: they wait for signals." };

    public static IEnumerable<Command> Build() =>
    [
        Of("waiting-start", parsed => StartAsync(parsed.GetRequiredValue(File), parsed.GetValue(Count), parsed.GetValue(Due))),
        Of("waiting-open", parsed => OpenAsync(parsed.GetRequiredValue(File), parsed.GetValue(Count), parsed.GetValue(Due))),
    ];

    private static Command Of(string name, Func<ParseResult, Task> run)
    {
        var command = new Command(name) { File, Count, Due };
        command.Hidden = true;
        command.SetAction((parsed, _) => run(parsed));
        return command;
    }

    /// <summary>Starts them, says in how many seconds, and stays until it is killed or its parent is gone.</summary>
    private static async Task StartAsync(string file, int count, long due)
    {
        await using var engine = await OpenEngine.AtAsync(file);
        var started = Stopwatch.GetTimestamp();
        await (due == 0
            ? engine.StartManyAsync(Trials.OnSignal, "waiting", count, default)
            : engine.StartManyAsync(Trials.OnTimer, "waiting", count, new DateTimeOffset(due, TimeSpan.Zero)));
        Console.Out.WriteLine(Stopwatch.GetElapsedTime(started).TotalSeconds.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
    }

    private static async Task OpenAsync(string file, int count, long due)
    {
        var opening = Stopwatch.GetTimestamp();
        await using var engine = await OpenEngine.AtAsync(file);
        var openSeconds = Stopwatch.GetElapsedTime(opening).TotalSeconds;
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var resident = Environment.WorkingSet;
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var (live, replays) = (engine.Engine.Health().Live, Trials.Runs);
        var tooLate = due != 0 && DateTime.UtcNow.Ticks >= due;
        var from = due == 0 ? DateTime.UtcNow.Ticks : due;
        if (due == 0)
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(at => engine.Engine.SignalAsync($"waiting-{at}", Trials.Go, at)));
        }

        while (engine.Engine.Health().Live > 0)
        {
            await Task.Delay(5);
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(new WaitingReport
        {
            OpenSeconds = openSeconds,
            ResidentBytes = resident,
            HeapBytes = heap,
            Live = live,
            Replays = replays,
            TooLate = tooLate,
            EndSeconds = TimeSpan.FromTicks(DateTime.UtcNow.Ticks - from).TotalSeconds,
            Completed = await CompletedAsync(engine),
        }));
    }

    private static async Task<int> CompletedAsync(OpenEngine engine)
    {
        var (completed, query) = (0, new InstanceQuery { States = [RunState.Completed], PageSize = 1000 });
        do
        {
            var page = await engine.Engine.ListAsync(query);
            (completed, query) = (completed + page.Instances.Count, query with { After = page.Next });
        }
        while (query.After is not null);

        return completed;
    }
}
