using System.Diagnostics;
using Optimizer.Embedded.Ledger;

namespace Optimizer.Benchmarks.Ledger;

/// <summary>How long one experiment's totals take to read from a ledger of so many events: as many as it has variants and days.</summary>
/// <param name="Events">In the ledger.</param>
/// <param name="Milliseconds">Median.</param>
/// <param name="Megabytes">Of the file.</param>
internal sealed record TotalsReading(int Events, double Milliseconds, double Megabytes)
{
    private const int Repeats = 201;
    private const int Part = 50_000;
    private const int PartsAtOnce = 6;

    public static async Task<TotalsReading> OfAsync(string folder, int events)
    {
        var file = Path.Combine(folder, $"totals-{events}.db");
        using (var ledger = SqliteLedger.Open(file, new() { Gathers = true }))
        {
            foreach (var experiment in LedgerSample.Known)
            {
                await ledger.PutAsync(experiment, LedgerSample.Start, default);
            }

            var writing = new Queue<Task>();
            foreach (var part in LedgerSample.Events(events).Chunk(Part))
            {
                writing.Enqueue(ledger.AppendAsync(part, LedgerSample.Start.AddDays(60), default));
                await (writing.Count < PartsAtOnce ? Task.CompletedTask : writing.Dequeue());
            }

            await Task.WhenAll(writing);
        }

        using var reading = SqliteLedger.OpenToRead(file, new());
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = await reading.TotalsAsync("pricing-1", default);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return new(events, times.Order().ElementAt(Repeats / 2), new FileInfo(file).Length / 1e6);
    }
}
