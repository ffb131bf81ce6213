using System.Diagnostics;
using System.Net;
using Optimizer.Benchmarks.Engine;

namespace Optimizer.Benchmarks.Pages;

/// <summary>Many people with a page open, whose browsers read it again as it changes.</summary>
/// <param name="Reads">Pages that were answered.</param>
/// <param name="Failed">Requests that were not, and streams that ended.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Late">Milliseconds that one in twenty waited or more.</param>
internal sealed record ManyReaders(int Reads, int Failed, double Median, double Late)
{
    // As the pages' script does: the first change at once, then at most one look in two seconds.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMilliseconds(500);

    public static async Task<ManyReaders> RunAsync(ServedDemo demo, IReadOnlyList<string> pages, int readers, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var each = Enumerable.Range(0, readers).Select(number => Task.Run(() => ReadAsync(demo, pages[number % pages.Count], end.Token))).ToList();
        while (!end.IsCancellationRequested)
        {
            await PageTimes.ChangeAsync(demo);
            await Task.Delay(BetweenChanges);
        }

        var all = await Task.WhenAll(each);
        double[] times = [.. all.SelectMany(reader => reader.Times)];
        return new(times.Length, all.Sum(reader => reader.Failed), Series.At(times, 0.5), Series.At(times, 0.95));
    }

    private static async Task<(List<double> Times, int Failed)> ReadAsync(ServedDemo demo, string page, CancellationToken end)
    {
        var (times, failed, last) = (new List<double>(), 0, 0L);
        using var reader = await PageReader.SignInAsync(demo.Url, demo.Token);
        await LookAsync();
        try
        {
            await foreach (var heard in reader.ListenAsync(end))
            {
                if (heard.EventType == "change" && Stopwatch.GetElapsedTime(last) > Shortest)
                {
                    await LookAsync();
                }
            }

            failed++;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            Console.Error.WriteLine($"{page}: {fault.Message}");
            failed++;
        }

        return (times, failed);

        async Task LookAsync()
        {
            last = Stopwatch.GetTimestamp();
            var (status, _, milliseconds) = await reader.ReadAsync(page);
            if (status == HttpStatusCode.OK)
            {
                times.Add(milliseconds);
            }
            else
            {
                Console.Error.WriteLine($"{page}: {status}");
                failed++;
            }
        }
    }
}
