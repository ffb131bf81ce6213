using System.Text.Json.Nodes;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Operations;

/// <summary>Tells a play something, and waits until it has heard: a server opened for a moment must not go before.</summary>
/// <param name="Verb">tick, pause, resume or stop: the end of the route.</param>
/// <param name="IsDone">Whether it is done, from the play before and the play now.</param>
internal sealed record PlayOrder(string Verb, Func<JsonObject, JsonObject, bool> IsDone)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static PlayOrder Tick { get; } = new("tick", (before, now) => Number(now["ticks"]) > Number(before["ticks"]) || Problem(now) is not null);

    public static PlayOrder Pausing { get; } = new("pause", (_, now) => PlayFacts.Stage(now) == "paused");

    public static PlayOrder Resume { get; } = new("resume", (_, now) => PlayFacts.Stage(now) is not ("paused" or "review"));

    public static PlayOrder Stop { get; } = new("stop", (_, now) => PlayFacts.Stage(now) == "stopped");

    /// <summary>Carries it out.</summary>
    /// <returns>The play as it then is, and whether it has heard; null with the answer that refused.</returns>
    public async Task<(JsonObject? Play, bool IsHeard, ServerAnswer? Refused)> GiveAsync(
        ServerConnection server, string slug, string? why, bool isDry, TimeProvider clock, CancellationToken cancellationToken)
    {
        var path = $"/api/plays/{Uri.EscapeDataString(slug)}";
        var first = await server.GetAsync(path, cancellationToken);
        if (!first.IsOk || first.Body is not JsonObject before)
        {
            return (null, false, first);
        }

        if (isDry)
        {
            return (before, false, null);
        }

        var answer = await server.PostAsync($"{path}/{Verb}", why is null ? new JsonObject() : new JsonObject { ["why"] = why }, cancellationToken);
        if (!answer.IsOk)
        {
            return (null, false, answer);
        }

        var since = clock.GetTimestamp();
        for (; ; await Task.Delay(Pause, clock, cancellationToken))
        {
            var now = (await server.GetAsync(path, cancellationToken)).Body as JsonObject ?? before;
            var isHeard = IsDone(before, now);
            if (isHeard || clock.GetElapsedTime(since) > Longest)
            {
                return (now, isHeard, null);
            }
        }
    }

    private static long Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;

    private static string? Problem(JsonObject play) => PlayFacts.Text(play, "problem");
}
