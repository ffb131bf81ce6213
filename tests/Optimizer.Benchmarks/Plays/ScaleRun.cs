using System.Diagnostics;
using System.Globalization;
using System.Text;
using Optimizer.Standalone.Loop;
using SQLitePCL;

namespace Optimizer.Benchmarks.Plays;

/// <summary>Runs many plays in this process, and says what they cost.</summary>
internal static class ScaleRun
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly int Samples = Sample.Plays().Count;

    /// <param name="count">Plays.</param>
    /// <param name="weeks">Virtual weeks, at least the first ones.</param>
    /// <param name="firstWeeks">Weeks that every run has, so that runs of other lengths can be compared.</param>
    /// <param name="reports">Whether the weekly briefs are written.</param>
    /// <param name="folder">An empty folder for the records.</param>
    /// <param name="seed">Of the market.</param>
    public static async Task<ScalePoint> RunAsync(int count, int weeks, int firstWeeks, bool reports, string folder, ulong seed)
    {
        var documents = Sample.Many(count);
        var before = Memory();
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        await using var simulation = await Simulation.OpenAsync(new()
        {
            Folder = folder,
            HasReports = reports,
            People = new() { Seed = seed },
            Plays = documents,
            Policy = Policy(count),
            Seed = seed,
            Start = Start,
        });
        var open = Cpu() - cpu;
        var (clockBegan, began) = (clock.Elapsed.TotalSeconds, Cpu());
        await simulation.RunUntilAsync(7 * firstWeeks);
        var (first, clockFirst) = (Cpu() - began, clock.Elapsed.TotalSeconds - clockBegan);
        var firstBytes = Memory() - before;
        (clockBegan, began) = (clock.Elapsed.TotalSeconds, Cpu());
        for (var week = firstWeeks; week < weeks; week++)
        {
            await simulation.RunUntilAsync(7 * (week + 1));
            if (clock.Elapsed.TotalSeconds - clockBegan > 30 && week % 4 == 0)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} plays, week {week + 1}, {clock.Elapsed.TotalSeconds:0} s"));
            }
        }

        var (seconds, clockSeconds) = (first + Cpu() - began, clockFirst + clock.Elapsed.TotalSeconds - clockBegan);
        return new(
            count, weeks, open, first, seconds, clockSeconds, firstBytes, Memory() - before,
            Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length));
    }

    /// <summary>In use after a full collection, with what SQLite holds.</summary>
    private static long Memory()
    {
        // Twice: what the run before held natively is let go by finalizers.
        for (var pass = 0; pass < 2; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) + raw.sqlite3_memory_used();
    }

    // Of the process: the engine has one thread here, the collector works on it too.
    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Each round of the samples is a site of its own: on one site for all, three experiments would run among ten thousand plays.</summary>
    public static string Policy(int count)
    {
        var sites = (count + Samples - 1) / Samples;
        var text = new StringBuilder("version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: full\nscopes:\n");
        for (var site = 1; site <= sites; site++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - site: s{site}.example\n    plays: [\"s{site}-*\"]\n");
        }

        return text.ToString();
    }
}
