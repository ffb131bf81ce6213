using System.CommandLine;
using System.Globalization;
using Optimizer.Benchmarks.Engine.Pages;

namespace Optimizer.Benchmarks.Plays;

/// <summary>How many plays one process carries, and what a play carries over the years.</summary>
internal static class PlaysCommand
{
    // Above that, only the first weeks are run.
    private const int MostWhole = 1_000;
    private const int MostRepeats = 20;

    public static Command Build()
    {
        var counts = new Option<string>("--counts") { Description = "Plays in one process, from few to many.", DefaultValueFactory = _ => "10,100,1000,10000" };
        var weeks = new Option<int>("--weeks") { Description = $"Virtual weeks, for counts up to {MostWhole}.", DefaultValueFactory = _ => 52 };
        var first = new Option<int>("--first-weeks") { Description = "Weeks by which growth is judged.", DefaultValueFactory = _ => 4 };
        var reports = new Option<bool>("--reports") { Description = "Writes the weekly briefs too." };
        var skip = new Option<bool>("--no-state") { Description = "Without the long life of one play." };
        var write = new Option<bool>("--write") { Description = "Writes results/plays.md." };
        var command = new Command("plays", "Plays times weeks a second, memory per play, how both grow, and the state of a play over 10,000 ticks; exits 1 when a goal is missed.")
        {
            counts, weeks, first, reports, skip, write,
        };
        counts.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<string>().Split(',').Any(part => !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1))
            {
                parsed.AddError("--counts are whole numbers above 0 with commas between them");
            }
        });
        first.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int>() < 1 || parsed.GetValueOrDefault<int>() > parsed.GetValue(weeks))
            {
                parsed.AddError("--first-weeks must be at least 1 and at most --weeks");
            }
        });
        command.SetAction(parsed => RunAsync(
            [.. parsed.GetValue(counts)!.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).Distinct().Order()],
            parsed.GetValue(weeks), parsed.GetValue(first), parsed.GetValue(reports), parsed.GetValue(skip), parsed.GetValue(write)));
        return command;
    }

    private static async Task<int> RunAsync(int[] counts, int weeks, int first, bool reports, bool noState, bool write)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-plays-");
        try
        {
            var page = new PlaysPage(
                $"plays --counts {string.Join(',', counts)} --weeks {weeks} --first-weeks {first}{(reports ? " --reports" : "")}{(noState ? " --no-state" : "")}",
                first, reports, Machine.Say(folder.FullName));

            // Compilation shall not fall on the smallest count.
            await PointAsync(folder, 80, first, first, reports, 0);
            var points = new List<ScalePoint>();
            foreach (var count in counts)
            {
                points.Add(await PointsAsync(folder, count, count <= MostWhole ? weeks : first, first, reports));
            }

            page.Scale(points);
            if (!noState)
            {
                page.State(await StateGrowth.RunAsync(folder.CreateSubdirectory("state").FullName));
            }

            Console.Out.Write(page);
            if (write)
            {
                Results.Write("plays.md", page.ToString());
            }

            return page.Met ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The whole run once, and its first weeks again under other seeds where they are too short to be measured.</summary>
    private static async Task<ScalePoint> PointsAsync(DirectoryInfo folder, int count, int weeks, int first, bool reports)
    {
        var whole = await PointAsync(folder, count, weeks, first, reports, 1);
        var repeats = Math.Clamp(MostWhole / count, 1, MostRepeats);
        var (seconds, bytes) = (whole.FirstSeconds, whole.FirstBytes);
        for (var repeat = 2; repeat <= repeats; repeat++)
        {
            var again = await PointAsync(folder, count, first, first, reports, (ulong)repeat);
            (seconds, bytes) = (seconds + again.FirstSeconds, bytes + again.FirstBytes);
        }

        return whole with { FirstBytes = bytes / repeats, FirstSeconds = seconds / repeats };
    }

    private static async Task<ScalePoint> PointAsync(DirectoryInfo folder, int count, int weeks, int first, bool reports, ulong seed)
    {
        var own = folder.CreateSubdirectory($"{count}-{seed}");
        var point = await ScaleRun.RunAsync(count, weeks, first, reports, own.FullName, seed);
        own.Delete(recursive: true);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:#,0} plays, {weeks} weeks: {point.Seconds:0.0} s of CPU, {point.ClockSeconds:0.0} by the clock, enrolled in {point.OpenSeconds:0.0} s, {point.Bytes >> 20:#,0} MB"));
        return point;
    }
}
