using System.CommandLine;
using System.Globalization;
using System.Text;
using Optimizer.Benchmarks.Engine;
using Optimizer.Benchmarks.Engine.Pages;

namespace Optimizer.Benchmarks.Api;

/// <summary>The HTTP API while the engine works, beside the framework's server alone; approvals that resume plays; and a server that nobody asks anything.</summary>
internal static class ApiCommand
{
    private const int Readers = 100;
    private const int Asking = 101;
    private const int TicksPerSecond = 20;
    private const double ReadGoal = 5;
    private const double ResumeGoal = 50;
    private const double IdleGoal = 1;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    public static Command Build()
    {
        var plays = new Option<int>("--plays") { Description = "Plays in the engine.", DefaultValueFactory = _ => 10_000 };
        var seconds = new Option<int>("--seconds") { Description = "Of each turn of reading.", DefaultValueFactory = _ => 10 };
        var turns = new Option<int>("--turns") { Description = "Turns; medians are given.", DefaultValueFactory = _ => 3 };
        var idle = new Option<int>("--idle") { Description = "Seconds that the server is left alone; 0 for none.", DefaultValueFactory = _ => 60 };
        var write = new Option<bool>("--write") { Description = "Writes results/api.md." };
        var command = new Command("api", "Status reads at 100 readers while the engine works, beside the server alone; approvals over HTTP; CPU and memory of an idle server.") { plays, seconds, turns, idle, write };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(plays), parsed.GetValue(seconds), parsed.GetValue(turns), parsed.GetValue(idle), parsed.GetValue(write)));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seconds, int turns, int idle, bool write)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-api-benchmark-").FullName;
        try
        {
            var plays = new ServedPlays(folder, count, Asking);
            plays.Make(DateTimeOffset.UtcNow);
            var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
                $"# The HTTP API\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- api --plays {count} --seconds {seconds} --turns {turns} --idle {idle}`\n\n"));
            var met = true;
            double first;
            await using (var run = await ServedRun.StartAsync(plays))
            {
                first = run.StartSeconds;
                Console.Error.WriteLine($"{count} plays are served after {first:0.0} s");
                met &= await AnswersAsync(page, run);
                met &= await ReadsAsync(page, run, plays, TimeSpan.FromSeconds(seconds), turns);
            }

            if (idle > 0)
            {
                met &= await IdleAsync(page, plays, first, TimeSpan.FromSeconds(idle));
            }

            page.Append(CultureInfo.InvariantCulture, $"\n## Machine\n\n{Machine.Say(folder)}\n");
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("api.md", page.ToString());
            }

            return met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> AnswersAsync(StringBuilder page, ServedRun run)
    {
        var (answered, started) = await AnswerTimes.AtOnceAsync(run);
        var times = await AnswerTimes.RunAsync(run, Asking - 1);
        var (median, late) = (Series.At(times, 0.5), Series.At(times, 0.99));
        page.Append(CultureInfo.InvariantCulture, $"""
            ## Approvals

            - {Said(started == 1)} 100 callers at once, half of them approve the same question and half tell its play to tick ({answered} were answered 200 or 202): experiments started {started}, exactly 1 (S0-054)
            - {Said(median <= ResumeGoal)} from sending an approval over HTTP until its play no longer waits, {times.Length} questions one after the other: {median:0.0} ms p50, {late:0.0} ms p99; at most {ResumeGoal} ms


            """);
        return started == 1 && median <= ResumeGoal;
    }

    private static async Task<bool> ReadsAsync(StringBuilder page, ServedRun run, ServedPlays plays, TimeSpan time, int turns)
    {
        byte[][] requests = [.. Enumerable.Range(1, plays.Count).Select(number => WireReader.Request("GET", $"/api/plays/{ServedPlays.Slug(number)}", run.Token))];
        using var reader = await WireReader.OpenAsync(run.Url);
        var body = (await reader.SendAsync(requests[0])).Body.ToArray();
        await using var bare = await BareServer.StartAsync(body);
        byte[][] same = [WireReader.Request("GET", "/same", run.Token)];
        await using var work = new EngineWork(run, plays.Asking + 1, plays.Count - plays.Asking, TicksPerSecond);
        work.Begin();
        var cold = await ReadLoad.OnceAsync(run.Url, requests);
        await ReadLoad.RunAsync(run.Url, Readers, time / 2, null, requests);
        await ReadLoad.RunAsync(bare.Url, Readers, time / 4, null, same);
        var (closed, closedBare, polled, polledBare) = (new List<ReadLoad>(), new List<ReadLoad>(), new List<ReadLoad>(), new List<ReadLoad>());
        for (var turn = 0; turn < turns; turn++)
        {
            closedBare.Add(await ReadLoad.RunAsync(bare.Url, Readers, time, null, same));
            closed.Add(await ReadLoad.RunAsync(run.Url, Readers, time, null, requests));
            polledBare.Add(await ReadLoad.RunAsync(bare.Url, Readers, time, Poll, same));
            polled.Add(await ReadLoad.RunAsync(run.Url, Readers, time, Poll, requests));
            Console.Error.WriteLine($"closed {closed[^1]} bare {closedBare[^1]}; polled {polled[^1]} bare {polledBare[^1]}");
        }

        var (a, b, c, d) = (Median(closed), Median(closedBare), Median(polled), Median(polledBare));
        page.Append(CultureInfo.InvariantCulture, $"""
            ## Status of a play

            `GET /api/plays/ID` of {plays.Count:#,0} plays drawn at random, {body.Length:#,0} bytes the largest, by {Readers} readers, while {TicksPerSecond} plays a second are told to tick ({work.Told:#,0} were). Readers, server
            and engine share this process and its cores. Beside it the framework's server alone, which sends the same bytes as a constant, under the same load in the same turn. Medians of {turns} turns of {time.TotalSeconds:0} s.

            | readers | server | answers a second | p50, ms | p99, ms |
            |---|---|---:|---:|---:|
            | each asks again at once | the API | {a.PerSecond:#,0} | {a.Median:0.00} | {a.Late:0.00} |
            | | alone | {b.PerSecond:#,0} | {b.Median:0.00} | {b.Late:0.00} |
            | each asks ten times a second | the API | {c.PerSecond:#,0} | {c.Median:0.00} | {c.Late:0.00} |
            | | alone | {d.PerSecond:#,0} | {d.Median:0.00} | {d.Late:0.00} |

            - {Said(c.Median <= ReadGoal)} {Readers} readers who ask ten times a second wait {c.Median:0.00} ms p50, at most {ReadGoal} ms
            - the first look at each play, one after the other, waits for the engine's writer: {cold.Median:0.00} ms p50, {cold.Late:0.00} ms p99; the later ones are what the table shows
            - asked again at once, the API gives {a.PerSecond / b.PerSecond:0.00} of the answers of the server alone


            """);
        return c.Median <= ReadGoal;
    }

    private static async Task<bool> IdleAsync(StringBuilder page, ServedPlays plays, double firstStart, TimeSpan time)
    {
        GC.Collect();
        await using var run = await ServedRun.StartAsync(plays);

        // What the start left to do is done.
        await Task.Delay(TimeSpan.FromSeconds(40));
        var before = Environment.CpuUsage.TotalTime;
        await Task.Delay(time);
        var share = 100 * (Environment.CpuUsage.TotalTime - before) / time;
        var resident = Environment.WorkingSet;
        GC.Collect();
        page.Append(CultureInfo.InvariantCulture, $"""
            ## Nobody asks anything

            The same {plays.Count:#,0} plays, all waiting, their definitions watched as {plays.Count:#,0} files. The first start, which enrols them, took {firstStart:0.0} s until the server answered, the one after it {run.StartSeconds:0.0} s.

            - {Said(share < IdleGoal)} CPU over {time.TotalSeconds:0} s: {share:0.00} % of a core, below {IdleGoal} %
            - resident {resident / 1e6:#,0} MB with what the reads before left, of which {GC.GetTotalMemory(forceFullCollection: true) / 1e6:#,0} MB are objects in use

            """);
        return share < IdleGoal;
    }

    private static ReadLoad Median(List<ReadLoad> turns) => turns.OrderBy(turn => turn.Median).ElementAt(turns.Count / 2);

    private static string Said(bool passed) => passed ? "PASS" : "FAIL";
}
