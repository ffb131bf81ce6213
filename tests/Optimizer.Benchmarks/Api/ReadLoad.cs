using System.Diagnostics;
using Optimizer.Benchmarks.Engine;

namespace Optimizer.Benchmarks.Api;

/// <summary>Many readers at once, and what they waited.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Late">Milliseconds that one in a hundred waited or more.</param>
internal sealed record ReadLoad(double PerSecond, double Median, double Late)
{
    /// <param name="server">Who is asked.</param>
    /// <param name="readers">Connections.</param>
    /// <param name="time">How long.</param>
    /// <param name="every">How often each asks; null asks again at once.</param>
    /// <param name="requests">One is drawn each time.</param>
    public static async Task<ReadLoad> RunAsync(Uri server, int readers, TimeSpan time, TimeSpan? every, IReadOnlyList<byte[]> requests)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, readers).Select(seed => Task.Run(() => ReadAsync(server, seed, time, every, requests))));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double[] all = [.. times.SelectMany(each => each)];
        return new(all.Length / seconds, Series.At(all, 0.5), Series.At(all, 0.99));
    }

    /// <summary>One reader who asks for each once.</summary>
    public static async Task<ReadLoad> OnceAsync(Uri server, IReadOnlyList<byte[]> requests)
    {
        using var reader = await WireReader.OpenAsync(server);
        var (began, times) = (Stopwatch.GetTimestamp(), new List<double>());
        foreach (var request in requests)
        {
            var sent = Stopwatch.GetTimestamp();
            await reader.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return new(times.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, Series.At(times, 0.5), Series.At(times, 0.99));
    }

    private static async Task<List<double>> ReadAsync(Uri server, int seed, TimeSpan time, TimeSpan? every, IReadOnlyList<byte[]> requests)
    {
        var (random, times) = (new Random(seed), new List<double>());
        using var reader = await WireReader.OpenAsync(server);
        using var clock = every is { } pause ? new PeriodicTimer(pause) : null;
        if (every is { } first)
        {
            // People do not all look in the same moment.
            await Task.Delay(first * random.NextDouble());
        }

        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var sent = Stopwatch.GetTimestamp();
            var (status, _) = await reader.SendAsync(requests[random.Next(requests.Count)]);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (status != 200)
            {
                throw new InvalidOperationException($"a read was answered {status}");
            }

            if (clock is not null)
            {
                await clock.WaitForNextTickAsync();
            }
        }

        return times;
    }
}
