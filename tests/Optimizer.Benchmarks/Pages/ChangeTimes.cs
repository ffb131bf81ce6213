using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Optimizer.Benchmarks.Api;

namespace Optimizer.Benchmarks.Pages;

/// <summary>Approvals over HTTP on a live server with its engine on disk, and how soon they are on somebody's open page.</summary>
internal static class ChangeTimes
{
    /// <returns>Milliseconds from sending an approval until it is heard, and until the page read again shows it; one pair per question.</returns>
    public static async Task<IReadOnlyList<(double Heard, double Shown)>> RunAsync(ServedRun run, int count)
    {
        using var http = new HttpClient { BaseAddress = run.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", run.Token);
        using var reader = await PageReader.SignInAsync(run.Url, run.Token);
        using var stop = new CancellationTokenSource();
        var times = new List<(double, double)>();
        await using var events = reader.ListenAsync(stop.Token).GetAsyncEnumerator();
        await events.MoveNextAsync();
        foreach (var question in (await http.GetFromJsonAsync<JsonElement>("/api/approvals?limit=200")).GetProperty("items").EnumerateArray().Take(count))
        {
            var (id, play, hash) = (Text(question, "id"), Text(question, "play"), Text(question, "payloadHash"));
            var sent = Stopwatch.GetTimestamp();
            var answering = http.PostAsJsonAsync(new Uri($"/api/approvals/{id}", UriKind.Relative), new { decision = "approve", payloadHash = hash, comment = "as measured" });
            while (await events.MoveNextAsync() && !(events.Current.EventType == "change" && events.Current.Data.Contains($"play:{play}\"", StringComparison.Ordinal)))
            {
            }

            var heard = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            while (!(await reader.ReadAsync($"/approvals/{id}")).Text.Contains(Said, StringComparison.Ordinal))
            {
            }

            times.Add((heard, Stopwatch.GetElapsedTime(sent).TotalMilliseconds));
            (await answering).EnsureSuccessStatusCode().Dispose();
        }

        await stop.CancelAsync();
        return times;
    }

    private const string Said = "as measured";

    private static string Text(JsonElement question, string name) => question.GetProperty(name).GetString()!;
}
