using System.ComponentModel;
using System.Diagnostics;

namespace Optimizer.Benchmarks.Evaluations;

/// <summary>One run of a process: wall time, the most memory it held, and the time of its processors, read at most 5 ms before it ended.</summary>
internal readonly record struct Measured(double Seconds, long PeakBytes, double ProcessorSeconds)
{
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static Measured Of(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var peak = 0L;
        var busy = TimeSpan.Zero;
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(5))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            busy = Busy(process) ?? busy;
        }

        watch.Stop();
        output.Wait();
        return process.ExitCode == 0
            ? new(watch.Elapsed.TotalSeconds, peak, busy.TotalSeconds)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output.Result}");
    }

    /// <summary>Median time, highest memory.</summary>
    public static Measured Median(IReadOnlyList<Measured> runs) =>
        new(runs.Select(run => run.Seconds).Order().ElementAt(runs.Count / 2), runs.Max(run => run.PeakBytes), runs.Select(run => run.ProcessorSeconds).Order().ElementAt(runs.Count / 2));

    // Null when it ended meanwhile.
    private static TimeSpan? Busy(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
