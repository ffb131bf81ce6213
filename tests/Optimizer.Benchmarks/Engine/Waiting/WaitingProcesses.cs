using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Optimizer.Benchmarks.Engine.Waiting;

/// <summary>This program again, in a process of its own that may be killed.</summary>
internal static class WaitingProcesses
{
    /// <summary>Starts instances that wait and kills the process; gives the seconds the starts took.</summary>
    public static double StartAndKill(string file, int count, long due)
    {
        using var process = Begin("waiting-start", file, count, due);
        try
        {
            return double.Parse(Line(process), CultureInfo.InvariantCulture);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>Opens the file in a fresh process.</summary>
    public static WaitingReport Open(string file, int count, long due)
    {
        using var process = Begin("waiting-open", file, count, due);
        var report = JsonSerializer.Deserialize<WaitingReport>(Line(process))!;
        process.WaitForExit();
        return report;
    }

    private static Process Begin(string command, string file, int count, long due)
    {
        string[] arguments =
        [
            typeof(WaitingProcesses).Assembly.Location, "engine", command, file,
            count.ToString(CultureInfo.InvariantCulture), due.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start");
    }

    // What it had to say against it, it said on the error stream, which is ours too.
    private static string Line(Process process) =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the process ended without a word");
}
