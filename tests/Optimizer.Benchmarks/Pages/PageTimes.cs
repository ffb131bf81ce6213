using System.Net;
using System.Text.Json;
using Optimizer.Benchmarks.Engine;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Benchmarks.Pages;

/// <summary>One page, asked for by one reader.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Status">Of the first answer.</param>
/// <param name="First">Milliseconds of the first look.</param>
/// <param name="Median">Milliseconds when nothing has changed since the look before.</param>
/// <param name="Changed">Median just after a change somewhere, so that nothing kept is of use.</param>
/// <param name="Late">Milliseconds that one in twenty waits or more after a change.</param>
/// <param name="Plain">Bytes with all that it links.</param>
/// <param name="Sent">The same as they travel.</param>
internal sealed record PageTimes(string Path, HttpStatusCode Status, double First, double Median, double Changed, double Late, long Plain, long Sent)
{
    public static async Task<PageTimes> OfAsync(ServedDemo demo, PageReader reader, string path, int looks)
    {
        var (status, _, first) = await reader.ReadAsync(path);
        if (status != HttpStatusCode.OK)
        {
            return new(path, status, first, 0, 0, 0, 0, 0);
        }

        var (same, changed) = (new List<double>(), new List<double>());
        for (var look = 0; look < looks; look++)
        {
            same.Add((await reader.ReadAsync(path)).Milliseconds);
        }

        for (var look = 0; look < looks; look++)
        {
            await ChangeAsync(demo);
            changed.Add((await reader.ReadAsync(path)).Milliseconds);
        }

        var (plain, sent) = await reader.WeighAsync(path);
        return new(path, status, first, Series.At(same, 0.5), Series.At(changed, 0.5), Series.At(changed, 0.95), plain, sent);
    }

    /// <summary>Every page, and one of each kind of object.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(ServedDemo demo)
    {
        using var http = new HttpClient { BaseAddress = demo.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", demo.Token);
        var (approval, play, experiment) = (await FirstAsync("/api/approvals", "id"), await FirstAsync("/api/plays", "id"), await FirstAsync("/api/experiments", "id"));
        return
        [
            "/", "/approvals", $"/approvals/{approval}", "/plays", $"/plays/{play}", "/experiments", $"/experiments/{experiment}", "/activity", $"/activity/{demo.Records / 2}",
            "/ask?q=what+are+you+waiting+for%3F", "/reports", "/playbook", "/policy", $"/policy?play={play}", "/backtests", "/ledger", "/health", "/settings",
        ];

        async Task<string> FirstAsync(string path, string name)
        {
            using var page = JsonDocument.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
            return page.RootElement.GetProperty("items").EnumerateArray().First().GetProperty(name).GetString()!;
        }
    }

    /// <summary>A record more in the trail.</summary>
    public static async Task ChangeAsync(ServedDemo demo)
    {
        var play = (await demo.Loop.Records.Plays.ListAsync(default))[0];
        await demo.Loop.World.Audit.AppendAsync($"bench/{Guid.NewGuid():N}", new()
        {
            Actor = "bench@example.com",
            At = demo.Loop.Clock.GetUtcNow(),
            Cause = play,
            Event = new OrderGiven("tick", "measured"),
            Play = play,
        }, default);
    }
}
