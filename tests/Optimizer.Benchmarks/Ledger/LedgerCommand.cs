using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Optimizer.Benchmarks.Ledger;

/// <summary>A million events imported, beside <c>wc -l</c> and SQLite's own bulk insert of the same rows; and the reading of totals at growing sizes.</summary>
internal static class LedgerCommand
{
    private const int Rows = 1_000_000;
    private const double RatioGoal = 0.5;

    // Of the largest ledger to the smallest: the same time.
    private const double GrowthGoal = 2;

    public static Command Build()
    {
        var write = new Option<bool>("--write") { Description = "Writes results/ledger.md." };
        var turns = new Option<int>("--turns") { Description = "Turns of the import.", DefaultValueFactory = _ => 3 };
        var large = new Option<bool>("--large") { Description = "Reads totals at 10,000,000 events too; takes some minutes and 1.5 GB of disk." };
        var command = new Command("ledger", "A million events imported, beside SQLite's own bulk insert; totals at growing sizes.") { write, turns, large };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(write), parsed.GetValue(turns), parsed.GetValue(large)));
        return command;
    }

    private static async Task<int> RunAsync(bool write, int turns, bool large)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-ledger-benchmark-").FullName;
        try
        {
            var page = new StringBuilder("# Speed of the attribution ledger\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- ledger --large`\n\n");
            var met = await ImportAsync(page, folder, turns) & await TotalsAsync(page, folder, large ? [10_000, 1_000_000, 10_000_000] : [10_000, 1_000_000]);
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("ledger.md", page.ToString());
            }

            return met ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> ImportAsync(StringBuilder page, string folder, int turns)
    {
        var file = Path.Combine(folder, "events.jsonl");
        var events = LedgerSample.Events(Rows).ToList();
        var bytes = LedgerSample.Write(file, events);
        var ran = new List<ImportTurn>();
        for (var turn = 0; turn < turns; turn++)
        {
            ran.Add(await ImportTurn.RunAsync(folder, file, events));
            Console.Error.WriteLine(ran[^1]);
        }

        File.Delete(file);
        var (count, bulk, import) = (Median(ran, turn => turn.Count), Median(ran, turn => turn.Bulk), Median(ran, turn => turn.Import.Seconds));
        var ratio = Median(ran, turn => turn.Ratio);
        page.Append(CultureInfo.InvariantCulture, $"""
            {Rows:#,0} events as JSONL, {bytes / 1e6:0} MB, five a unit, in four known experiments; {Environment.ProcessorCount} cores. The import is the whole process as people run it,
            start-up included: read, parsed, checked, deduplicated, units assigned, running sums kept, hashed, flushed, and the file tidied at its end. SQLite's own insert
            gets the same rows parsed beforehand, on one core: the same columns with the unique index on the id that deduplication needs, one prepared statement called as
            the ledger calls its own, one transaction, WAL with synchronous FULL and a cache of 64 MB as the ledger has; start-up, opening and closing are not counted to it.
            Medians of {turns} turns in which each runs once; the ratio is that of each turn. {Load()}

            | what | seconds | events a second |
            |---|---:|---:|
            | wc -l FILE | {count:0.000} | {Rows / count:#,0} |
            | SQLite bulk insert | {bulk:0.00} | {Rows / bulk:#,0} |
            | optimizer ledger import FILE | {import:0.00} | {Rows / import:#,0} |

            Import at {ratio:0.00} of the rate of SQLite's own bulk insert in the same turn: {Said(ratio >= RatioGoal)}, at least {RatioGoal}. By turn: {string.Join(", ", ran.Select(turn => turn.Ratio.ToString("0.00", CultureInfo.InvariantCulture)))}.
            Peak memory of the import {ran.Max(turn => turn.Import.PeakBytes) / 1e6:0} MB: 240,000 rows on their way, 400,000 units and 64 MB of the file at most, however long it is.


            """);
        return ratio >= RatioGoal;
    }

    private static async Task<bool> TotalsAsync(StringBuilder page, string folder, int[] sizes)
    {
        page.Append("| events in the ledger | file, MB | totals of one experiment, ms |\n|---:|---:|---:|\n");
        var readings = new List<TotalsReading>();
        foreach (var size in sizes)
        {
            readings.Add(await TotalsReading.OfAsync(folder, size));
            page.Append(CultureInfo.InvariantCulture, $"| {size:#,0} | {readings[^1].Megabytes:0} | {readings[^1].Milliseconds:0.00} |\n");
        }

        var growth = readings[^1].Milliseconds / readings[0].Milliseconds;
        page.Append(CultureInfo.InvariantCulture, $"\nThe largest takes {growth:0.00} times the smallest: {Said(growth <= GrowthGoal)}, at most {GrowthGoal}.\n");
        return growth <= GrowthGoal;
    }

    private static string Load() => File.Exists("/proc/loadavg") && File.ReadAllText("/proc/loadavg").Split(' ') is [var minute, var five, ..]
        ? $"Load of the machine at the end: {minute} in the last minute, {five} in the last five; the benchmark itself makes about 1.5."
        : "The load of the machine is not known here.";

    private static double Median(List<ImportTurn> turns, Func<ImportTurn, double> number) => turns.Select(number).Order().ElementAt(turns.Count / 2);

    private static string Said(bool passed) => passed ? "PASS" : "FAIL";
}
