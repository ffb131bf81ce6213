using System.Net;
using System.Text.Json.Nodes;
using Optimizer.Testing;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>People and visitors of one life of a server, all at once, until it dies.</summary>
/// <param name="client">The server.</param>
/// <param name="folder">Its plays.</param>
/// <param name="known">What it acknowledged so far.</param>
/// <param name="life">Number of the life, for ids.</param>
/// <param name="faults">Takes what must not be.</param>
public sealed class ServedLoad(ServedClient client, ServedFolder folder, Acknowledged known, int life, Action<string> faults)
{
    private const int BatchEvents = 20;
    private const int FreezeEvery = 12;

    // Of one life, so that something waits for an answer in every life.
    private const int MostAnswers = 3;

    // Every fifth play is the operators': nobody answers what it asks.
    private bool IsOperated(string slug) => folder.Slugs.ToList().IndexOf(slug) % 5 == 4;

    public Task RunAsync(ulong seed, CancellationToken stop) => Task.WhenAll(
        AnswerAsync(new(seed), stop), VisitAsync(new(seed + 1), stop), OperateAsync(new(seed + 2), stop));

    /// <summary>Looks whether what is known is still so.</summary>
    public async Task LookAsync()
    {
        if (known.Frozen is { } frozen && await client.SendAsync(HttpMethod.Get, $"/api/plays/{folder.Slugs[0]}") is { Status: HttpStatusCode.OK } play
            && play.Body!["isFrozen"]!.GetValue<bool>() != frozen)
        {
            faults($"life {life}: frozen is {!frozen} and was acknowledged to be {frozen}");
        }

        if (known.Frozen != false && await client.SendAsync(HttpMethod.Post, "/api/unfreeze", new JsonObject { ["why"] = "over" }) is { Status: HttpStatusCode.OK })
        {
            known.Frozen = false;
        }

        foreach (var (slug, paused) in known.Paused)
        {
            if (paused is { } expected && await client.SendAsync(HttpMethod.Get, $"/api/plays/{slug}") is { Status: HttpStatusCode.OK } seen
                && seen.Body!["stage"]!.GetValue<string>() == "paused" != expected)
            {
                faults($"life {life}: {slug} is {seen.Body["stage"]} and was acknowledged to be {(expected ? "paused" : "going on")}");
            }
        }
    }

    private async Task AnswerAsync(SplitMix chance, CancellationToken stop)
    {
        for (var answers = 0; answers < MostAnswers && !stop.IsCancellationRequested;)
        {
            var page = await client.SendAsync(HttpMethod.Get, "/api/approvals?limit=200");
            var open = page?.Body?["items"]?.AsArray().Where(each => !IsOperated(each!["play"]!.GetValue<string>())).ToList() ?? [];
            if (open.Count == 0)
            {
                await Pause(stop);
                continue;
            }

            var question = open[(int)(chance.Uniform() * open.Count)]!;
            var (id, word) = (question["id"]!.GetValue<string>(), chance.Uniform() < 0.75 ? "approve" : "reject");
            known.InDoubt[id] = word;
            answers++;
            var answer = await client.SendAsync(
                HttpMethod.Post, $"/api/approvals/{id}",
                new JsonObject { ["decision"] = word, ["payloadHash"] = question["payloadHash"]!.GetValue<string>(), ["comment"] = "as drawn" });
            if (answer is { Status: HttpStatusCode.OK } said)
            {
                known.Approvals[id] = said.Body!["state"]!.GetValue<string>();
                known.Count();
            }
            else if (answer is { } refused && (int)refused.Status >= 500)
            {
                faults($"life {life}: answer to {id} was refused with {(int)refused.Status}: {refused.Body}");
            }

            await Task.Delay((int)(chance.Uniform() * 600), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task VisitAsync(SplitMix chance, CancellationToken stop)
    {
        while (known.Unanswered.TryDequeue(out var again))
        {
            await SendAsync(again);
            if (stop.IsCancellationRequested)
            {
                return;
            }
        }

        for (var batch = 0; !stop.IsCancellationRequested; batch++)
        {
            var page = await client.SendAsync(HttpMethod.Get, "/api/experiments?limit=200");
            var live = page?.Body?["items"]?.AsArray().Where(each => each!["isLive"]!.GetValue<bool>()).Select(each => each!["id"]!.GetValue<string>()).ToList() ?? [];
            if (live.Count == 0)
            {
                await Pause(stop);
                continue;
            }

            var experiment = live[(int)(chance.Uniform() * live.Count)];
            var events = new List<SentEvent>();
            for (var visitor = 0; visitor < BatchEvents; visitor++)
            {
                var unit = $"u{(int)(chance.Uniform() * 400)}";
                if (await AssignAsync(experiment, unit) is { } variant)
                {
                    events.Add(new($"{life}-{batch}-{visitor}", experiment, unit, variant, Math.Round((decimal)chance.Uniform() * 100, 2), DateTimeOffset.UtcNow));
                }
            }

            if (events.Count > 0)
            {
                await SendAsync(events);
            }
        }
    }

    private async Task<string?> AssignAsync(string experiment, string unit)
    {
        var answer = await client.SendAsync(HttpMethod.Get, $"/api/assignments?experiment={experiment}&unit={unit}");
        if (answer is not { Status: HttpStatusCode.OK, Body: { } body } || body["variant"] is not { } named)
        {
            return null;
        }

        var variant = named.GetValue<string>();
        if (known.Assignments.GetOrAdd((experiment, unit), variant) is var before && before != variant)
        {
            faults($"life {life}: {unit} of {experiment} has {variant} and had {before}");
        }

        known.Count();
        return variant;
    }

    private async Task SendAsync(IReadOnlyList<SentEvent> events)
    {
        var answer = await client.SendAsync(HttpMethod.Post, "/api/events", new JsonArray([.. events.Select(each => each.Json())]));
        if (answer is not { Status: HttpStatusCode.OK, Body: { } body })
        {
            known.Unanswered.Enqueue(events);
            return;
        }

        foreach (var (sent, said) in events.Zip(body["answers"]!.AsArray()))
        {
            var status = said!["status"]!.GetValue<string>();
            if (status == "quarantined")
            {
                faults($"life {life}: event {sent.Id} was set aside: {said["detail"]}");
            }

            known.Events[sent.Id] = (sent.Experiment, sent.Value);
        }

        known.Count();
    }

    private async Task OperateAsync(SplitMix chance, CancellationToken stop)
    {
        var operated = folder.Slugs.Where(IsOperated).ToList();
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            var slug = operated[(int)(chance.Uniform() * operated.Count)];
            var word = chance.Uniform() switch { < 0.4 => "tick", < 0.7 => "pause", _ => "resume" };
            if (life % FreezeEvery == 0 && turn == 2)
            {
                known.Frozen = null;
                known.Frozen = await client.SendAsync(HttpMethod.Post, "/api/freeze", new JsonObject { ["why"] = "drill" }) is { Status: HttpStatusCode.OK } ? true : null;
            }

            var before = known.Paused.GetValueOrDefault(slug, false);
            known.Paused[slug] = word == "tick" ? before : null;
            var answer = await client.SendAsync(HttpMethod.Post, $"/api/plays/{slug}/{word}", new JsonObject { ["why"] = "drill" }, $"{life}-{turn}-{slug}");
            if (answer is { Status: HttpStatusCode.OK })
            {
                known.Paused[slug] = word switch { "pause" => true, "resume" => false, _ => before };
                known.Count();
            }

            await Pause(stop);
        }
    }

    private static async Task Pause(CancellationToken stop) =>
        await Task.Delay(20, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
