using System.Diagnostics;
using System.Text.Json;
using Optimizer.Workflows.Ports;

namespace Optimizer.Benchmarks.Api;

/// <summary>Questions answered over HTTP, and how soon their plays went on.</summary>
internal static class AnswerTimes
{
    private const int Together = 100;

    /// <summary>Answers so many questions one after the other.</summary>
    /// <returns>Milliseconds from sending an approval until its play no longer waits.</returns>
    public static async Task<double[]> RunAsync(ServedRun run, int count)
    {
        using var reader = await WireReader.OpenAsync(run.Url);
        var open = await OpenAsync(run, reader);
        var times = new List<double>();
        foreach (var (id, play, hash) in open.Take(count))
        {
            var answer = Approval(run, id, hash);
            var sent = Stopwatch.GetTimestamp();
            var (status, body) = await reader.SendAsync(answer);
            if (status is not (200 or 202))
            {
                throw new InvalidOperationException($"an approval was answered {status}: {System.Text.Encoding.UTF8.GetString(body.Span)}");
            }

            while (await run.ViewAsync(play) is { WaitingFor: not null })
            {
                await Task.Delay(1);
            }

            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return [.. times];
    }

    /// <summary>One question answered by many at once, while its play is told to tick by as many: how many experiments start.</summary>
    public static async Task<(int Answered, int Started)> AtOnceAsync(ServedRun run)
    {
        using var reader = await WireReader.OpenAsync(run.Url);
        var (id, play, hash) = (await OpenAsync(run, reader))[0];
        var answered = await Task.WhenAll(Enumerable.Range(0, Together).Select(number => Task.Run(async () =>
        {
            using var own = await WireReader.OpenAsync(run.Url);
            var (status, _) = await own.SendAsync(number % 2 == 0 ? Approval(run, id, hash) : WireReader.Request("POST", $"/api/plays/{play}/tick", run.Token));
            return status is 200 or 202;
        })));
        await ServedRun.UntilAsync(async () => await run.ViewAsync(play) is { Experiment: not null });
        var started = 0;
        await foreach (var _ in run.Host.Loop.Records.Audit.ReadAsync(new AuditQuery { Kinds = ["experiment.started"], Play = play }, default))
        {
            started++;
        }

        return (answered.Count(each => each), started);
    }

    private static async Task<List<(string Id, string Play, string Hash)>> OpenAsync(ServedRun run, WireReader reader)
    {
        var (_, body) = await reader.SendAsync(WireReader.Request("GET", "/api/approvals?limit=200", run.Token));
        using var page = JsonDocument.Parse(body);
        return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(each =>
            (each.GetProperty("id").GetString()!, each.GetProperty("play").GetString()!, each.GetProperty("payloadHash").GetString()!))];
    }

    private static byte[] Approval(ServedRun run, string id, string hash) =>
        WireReader.Request("POST", $"/api/approvals/{id}", run.Token, $$"""{"decision":"approve","payloadHash":"{{hash}}","comment":"as measured"}""");
}
