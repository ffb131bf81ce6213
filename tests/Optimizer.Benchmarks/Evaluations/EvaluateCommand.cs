using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Optimizer.Benchmarks.Evaluations;

/// <summary>
/// A million gzipped rows read and judged by the command as people run it, start-up included, beside
/// <c>gzip -dc FILE | wc -l</c> in the same run.
/// </summary>
internal static class EvaluateCommand
{
    private const int Rows = 1_000_000;
    private const int Repeats = 9;
    private const double TimesGoal = 4;
    private const double MegabytesGoal = 100;

    private static readonly (string Name, string[] Options)[] Cases =
    [
        ("converted, all days at once", ["--metric", "converted"]),
        ("converted, day by day", ["--metric", "converted", "--date", "date"]),
        ("revenue, day by day", ["--metric", "revenue", "--kind", "mean", "--date", "date"]),
    ];

    public static Command Build()
    {
        var write = new Option<bool>("--write") { Description = "Writes results/evaluate.md." };
        var command = new Command("evaluate", "A million gzipped rows judged, beside gzip -dc FILE | wc -l.") { write };
        command.SetAction(parsed => Run(parsed.GetValue(write)));
        return command;
    }

    private static int Run(bool write)
    {
        var file = Path.Combine(Path.GetTempPath(), $"optimizer-evaluate-{Environment.ProcessId}.csv.gz");
        try
        {
            var bytes = SampleFile.Write(file, Rows);
            var page = new StringBuilder();
            var met = Measure(page, file, bytes);
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("evaluate.md", page.ToString());
            }

            return met ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool Measure(StringBuilder page, string file, long bytes)
    {
        page.Append("# Speed of evaluate\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- evaluate`\n\n");
        page.Append(CultureInfo.InvariantCulture,
            $"{Rows:#,0} rows of five columns, {bytes / 1e6:0.0} MB, gzipped {new FileInfo(file).Length / 1e6:0.0} MB. Whole processes, start-up included, "
            + $"medians of {Repeats} turns in which each runs once.\n\n");
        var command = Path.Combine(AppContext.BaseDirectory, "optimizer.dll");
        var counted = new List<Measured>();
        var judged = Cases.Select(_ => new List<Measured>()).ToArray();
        for (var turn = 0; turn < Repeats; turn++)
        {
            counted.Add(Measured.Of("/bin/sh", "-c", $"gzip -dc '{file}' | wc -l"));
            foreach (var (at, (_, options)) in Cases.Index())
            {
                judged[at].Add(Measured.Of("dotnet", [command, "evaluate", file, "--arm", "variant", "--control", "control", "--json", .. options]));
            }
        }

        var reference = Measured.Median(counted);
        page.Append(CultureInfo.InvariantCulture, $"| what | seconds | times gzip and wc | goal | peak memory, MB | goal |\n|---|---:|---:|---|---:|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| gzip -dc FILE \\| wc -l | {reference.Seconds:0.000} | 1.0 | | | |\n");
        var met = true;
        foreach (var (at, (name, _)) in Cases.Index())
        {
            var median = Measured.Median(judged[at]);
            var (times, megabytes) = (median.Seconds / reference.Seconds, median.PeakBytes / 1e6);
            met &= times <= TimesGoal && megabytes <= MegabytesGoal;
            page.Append(CultureInfo.InvariantCulture,
                $"| {name} | {median.Seconds:0.000} | {times:0.0} | {Said(times <= TimesGoal)}, at most {TimesGoal} | {megabytes:0} | {Said(megabytes <= MegabytesGoal)}, under {MegabytesGoal} |\n");
        }

        return met;

        static string Said(bool passed) => passed ? "PASS" : "FAIL";
    }
}
