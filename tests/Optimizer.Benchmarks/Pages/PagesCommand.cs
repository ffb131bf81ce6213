using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text;
using Optimizer.Benchmarks.Api;
using Optimizer.Benchmarks.Engine;
using Optimizer.Benchmarks.Engine.Pages;

namespace Optimizer.Benchmarks.Pages;

/// <summary>The cockpit's pages over a large trail: time, weight, how soon a change is seen, and many readers at once.</summary>
internal static class PagesCommand
{
    private const double TimeGoal = 100;
    private const double WeightGoal = 200_000;
    private const double ChangeGoal = 1000;
    private const int Readers = 50;
    private const int Questions = 40;

    public static Command Build()
    {
        var plays = new Option<int>("--plays") { Description = "Plays of the demo that is served.", DefaultValueFactory = _ => 1000 };
        var records = new Option<int>("--records") { Description = "Records of its trail, at least.", DefaultValueFactory = _ => 100_000 };
        var looks = new Option<int>("--looks") { Description = "At each page.", DefaultValueFactory = _ => 30 };
        var seconds = new Option<int>("--seconds") { Description = "That the readers read.", DefaultValueFactory = _ => 30 };
        var write = new Option<bool>("--write") { Description = "Writes results/pages.md." };
        var command = new Command("pages", "The cockpit's pages with 1,000 plays and 100,000 records: time and bytes of each, how soon a change is seen, 50 readers at once.") { plays, records, looks, seconds, write };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(plays), parsed.GetValue(records), parsed.GetValue(looks), parsed.GetValue(seconds), parsed.GetValue(write)));
        return command;
    }

    private static async Task<int> RunAsync(int plays, int records, int looks, int seconds, bool write)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-pages-benchmark-").FullName;
        try
        {
            var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
                $"# The cockpit's pages\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- pages --plays {plays} --records {records} --looks {looks} --seconds {seconds}`\n\n"));
            bool met;
            await using (var demo = await ServedDemo.StartAsync(Path.Combine(folder, "demo"), plays, records))
            {
                var paths = await PageTimes.AllAsync(demo);
                met = await TimesAsync(page, demo, paths, plays, looks);
                met &= await ReadersAsync(page, demo, paths, TimeSpan.FromSeconds(seconds));
            }

            met &= await ChangesAsync(page, folder);
            page.Append(CultureInfo.InvariantCulture, $"\n## Machine\n\n{Machine.Say(folder)}\n");
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("pages.md", page.ToString());
            }

            return met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> TimesAsync(StringBuilder page, ServedDemo demo, IReadOnlyList<string> paths, int plays, int looks)
    {
        using var reader = await PageReader.SignInAsync(demo.Url, demo.Token);
        var times = new List<PageTimes>();
        foreach (var path in paths)
        {
            times.Add(await PageTimes.OfAsync(demo, reader, path, looks));
            Console.Error.WriteLine(times[^1]);
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            ## Each page

            A demo of {plays:#,0} plays after {demo.Days} days, {demo.Records:#,0} records in its trail, served as `demo` serves it, to one reader on the same machine: from asking until the last byte. "After a change": a record was
            added just before each look, so that what the server keeps is stale. Bytes are of the page with its style, scripts and icon, as text and as they travel to a browser that takes compression.

            | page | first look, ms | again, ms p50 | after a change, ms p50 | ms p95 | bytes | sent |
            |---|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var each in times)
        {
            page.Append(each.Status == HttpStatusCode.OK
                ? string.Create(CultureInfo.InvariantCulture, $"| `{Kind(each.Path)}` | {each.First:0.0} | {each.Median:0.0} | {each.Changed:0.0} | {each.Late:0.0} | {each.Plain:#,0} | {each.Sent:#,0} |\n")
                : $"| `{Kind(each.Path)}` | answered {(int)each.Status} | | | | | |\n");
        }

        var (all, slowest, heaviest) = (times.TrueForAll(each => each.Status == HttpStatusCode.OK), times.MaxBy(each => Math.Max(each.Median, each.Changed))!, times.MaxBy(each => each.Plain)!);
        var (fast, light) = (Math.Max(slowest.Median, slowest.Changed) <= TimeGoal, heaviest.Plain <= WeightGoal);
        page.Append(CultureInfo.InvariantCulture, $"""

            - {Said(all)} every page is answered
            - {Said(fast)} the slowest, `{Kind(slowest.Path)}`, takes {Math.Max(slowest.Median, slowest.Changed):0.0} ms p50 at most, of {TimeGoal}
            - {Said(light)} the heaviest, `{Kind(heaviest.Path)}`, is {heaviest.Plain:#,0} bytes with its assets and {heaviest.Sent:#,0} as sent, of {WeightGoal:#,0}


            """);
        return all && fast && light;
    }

    private static async Task<bool> ReadersAsync(StringBuilder page, ServedDemo demo, IReadOnlyList<string> paths, TimeSpan time)
    {
        var read = await ManyReaders.RunAsync(demo, paths, Readers, time);
        page.Append(CultureInfo.InvariantCulture, $"""
            ## Many readers

            {Readers} people, each signed in with one of these pages open and listening, for {time.TotalSeconds:0} s, while two changes a second are recorded; each reads the page again on a change, at most every two seconds, as the pages' script does.
            Readers and server share this process and its {Environment.ProcessorCount} cores.

            - {Said(read.Failed == 0)} {read.Reads:#,0} pages read, {read.Failed} requests failed; {read.Median:0.0} ms p50, {read.Late:0.0} ms p95


            """);
        return read.Failed == 0;
    }

    private static async Task<bool> ChangesAsync(StringBuilder page, string folder)
    {
        var plays = new ServedPlays(folder, Questions, Questions);
        plays.Make(DateTimeOffset.UtcNow);
        await using var run = await ServedRun.StartAsync(plays);
        var times = await ChangeTimes.RunAsync(run, Questions);
        double[] heard = [.. times.Select(each => each.Heard)];
        double[] shown = [.. times.Select(each => each.Shown)];
        page.Append(CultureInfo.InvariantCulture, $"""
            ## A change

            A live server with its engine on disk: {times.Count} questions approved over HTTP one after the other, while somebody has a page open.

            - {Said(shown.Max() <= ChangeGoal)} from sending an approval until the page read again shows it: {Series.At(shown, 0.5):0.0} ms p50, {shown.Max():0.0} ms at most, of {ChangeGoal:0}; the event itself is there after {Series.At(heard, 0.5):0.0} ms p50, {heard.Max():0.0} ms at most

            """);
        return shown.Max() <= ChangeGoal;
    }

    // Objects are named by their kind: which of them was first is of no interest.
    private static string Kind(string path) => path.Split('?') is [var place, ..] && place.Split('/') is ["", var kind, var one]
        ? $"/{kind}/{(one.Length > 0 ? "one" : "")}"
        : path.StartsWith("/policy?", StringComparison.Ordinal) ? "/policy of one play" : path.Split('?')[0];

    private static string Said(bool passed) => passed ? "PASS" : "FAIL";
}
