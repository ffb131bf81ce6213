using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Optimizer.Benchmarks.Engine.Raw;

namespace Optimizer.Benchmarks.Engine.Pages;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const int Flushes = 500;
    private const int BlockBytes = 4096;

    public static string Say(string folder) => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, SQLite {RawStore.Version}; "
        + $"appending 4 KiB to a file and flushing it took {FlushMicroseconds(folder):0} microseconds (median of {Flushes}).{Load()}");

    // Other work on the same cores spoils the figures, so the page says how much of it there was.
    private static string Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? $" Load in the minute before: {File.ReadAllText(Source).Split(' ')[0]}." : "";
    }

    private static double FlushMicroseconds(string folder)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "flush"), FileMode.Create, FileAccess.Write);
        var (block, microseconds) = (new byte[BlockBytes], new double[Flushes]);
        for (var at = 0; at < Flushes; at++)
        {
            var started = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, block, (long)at * BlockBytes);
            RandomAccess.FlushToDisk(file);
            microseconds[at] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        return Series.At(microseconds, 0.5);
    }
}
