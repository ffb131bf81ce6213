using System.Diagnostics;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;

namespace Optimizer.Benchmarks.Api;

/// <summary>A live server over the plays, once every one of them has had its first tick and people were told.</summary>
internal sealed class ServedRun : IAsyncDisposable
{
    private static readonly string[] Sinks = ["terminal", "file"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private ServedRun(LiveHost host, string token, double seconds) => (Host, Token, StartSeconds) = (host, token, seconds);

    public LiveHost Host { get; }

    public string Token { get; }

    public Uri Url => new(Host.Url);

    /// <summary>From nothing until it answers.</summary>
    public double StartSeconds { get; }

    public static async Task<ServedRun> StartAsync(ServedPlays plays)
    {
        var started = Stopwatch.GetTimestamp();
        var host = await LiveHost.StartAsync(plays.Options(), default);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var token = TokenText.Make();
        await host.Loop.Records.Tokens.PutAsync(new(token.Id, token.Hash(), new("bench@example.com", Role.Admin, Seat.Ceo, true), DateTimeOffset.UtcNow, null), default);
        var run = new ServedRun(host, token.ToString(), seconds);
        await UntilAsync(async () => await run.RestingAsync() >= plays.Count);

        // The first start tells people of each play; that is flushed, too, and is no part of an answer. What is held for the morning waits.
        await UntilAsync(async () => (await Task.WhenAll(Sinks.Select(sink => host.Loop.Records.Told.NextAsync(sink, default)))).All(next => next is null || next > DateTimeOffset.UtcNow));
        return run;
    }

    /// <summary>What the engine shows of a play.</summary>
    public async Task<PlayView?> ViewAsync(string slug) =>
        (await Host.Loop.Engine.StatusAsync(LoopNames.PlayId(slug)))?.Status?.ReadAs<PlayView>("the view of a play", slug);

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("the plays did not come to rest");
            }

            await Task.Delay(500);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    // A play rests when it has ticked, and has asked what it has to ask.
    private async Task<int> RestingAsync()
    {
        var (count, after) = (0, (string?)null);
        do
        {
            var page = await Host.Loop.Engine.ListAsync(new InstanceQuery { After = after, IdPrefix = LoopNames.PlayId(""), PageSize = 500, Workflow = LoopNames.Play.Name });
            count += page.Instances.Count(instance => instance.Status?.ReadAs<PlayView>("the view of a play", instance.InstanceId) is { Ticks: > 0, NextTick: { } next } && next > DateTimeOffset.UtcNow);
            after = page.Next;
        }
        while (after is not null);

        return count;
    }
}
