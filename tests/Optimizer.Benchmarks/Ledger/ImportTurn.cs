using Optimizer.Benchmarks.Evaluations;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;

namespace Optimizer.Benchmarks.Ledger;

/// <summary>One turn: the file counted by <c>wc -l</c>, its rows inserted by SQLite, the file imported by the command as people run it.</summary>
/// <param name="Count">Seconds of <c>wc -l</c>.</param>
/// <param name="Bulk">Seconds of SQLite's bulk insert.</param>
/// <param name="BulkProcessor">Seconds of the processor that it took.</param>
/// <param name="Import">Of the whole process, start-up included.</param>
internal sealed record ImportTurn(double Count, double Bulk, double BulkProcessor, Measured Import)
{
    public double Ratio => Bulk / Import.Seconds;

    public static async Task<ImportTurn> RunAsync(string folder, string file, IReadOnlyList<AttributionEvent> events)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data"));
        using (var ledger = SqliteLedger.Open(Path.Combine(data.FullName, LedgerOptions.FileName), new()))
        {
            foreach (var experiment in LedgerSample.Known)
            {
                await ledger.PutAsync(experiment, LedgerSample.Start, default);
            }
        }

        var count = Measured.Of("wc", "-l", file).Seconds;
        var (bulk, busy) = BulkInsert.Run(Path.Combine(folder, "bulk.db"), events);
        var import = Measured.Of("dotnet", Path.Combine(AppContext.BaseDirectory, "optimizer.dll"), "ledger", "import", file, "--json", "--data", data.FullName);
        using (var ledger = SqliteLedger.OpenToRead(Path.Combine(data.FullName, LedgerOptions.FileName), new()))
        {
            var rows = 0L;
            foreach (var experiment in LedgerSample.Known)
            {
                rows += (await ledger.TotalsAsync(experiment.Id, default)).Sum(total => total.Events.Sum(each => each.Value.Count));
            }

            if (rows != events.Count)
            {
                throw new InvalidOperationException($"{rows} of {events.Count} events are in the ledger");
            }
        }

        data.Delete(recursive: true);
        foreach (var left in Directory.GetFiles(folder, "bulk.db*"))
        {
            File.Delete(left);
        }

        return new(count, bulk, busy, import);
    }
}
