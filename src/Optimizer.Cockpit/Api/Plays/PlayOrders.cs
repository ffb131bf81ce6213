using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Tells a play what to do, and answers when it has done it.</summary>
internal sealed class PlayOrders(ServedLoop loop, PlayReader reader)
{
    private const int LongestWhy = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    public async Task<IResult> GiveAsync(HttpContext context, string slug, PlayCommandKind kind)
    {
        var body = await BodyAsync(context);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        var caller = context.Caller();
        var key = context.Request.Headers[AnswerOnce.Header] is [{ } given] ? $"api/{caller.Name}/{given}" : $"api/{Guid.NewGuid():N}";
        var why = body.Value?.Why is { Length: > 0 } said ? said : "by API";
        var order = await GiveAsync(slug, new(kind, caller.Name, why), key, context.RequestAborted);
        return order.Value is not { } taken ? order.Refusal!
            : taken.IsDone ? new JsonAnswer<PlayAnswer>(taken.Play)
            : new JsonAnswer<PlayAnswer>(taken.Play, StatusCodes.Status202Accepted) { Location = $"/api/plays/{slug}" };
    }

    /// <summary>Gives an order, whoever it came from.</summary>
    /// <param name="slug">Of the play; any text.</param>
    /// <param name="command">What to do, who wants it and why.</param>
    /// <param name="key">The same key again changes nothing.</param>
    /// <param name="cancel">Stops the wait, not the order.</param>
    public async Task<Reading<TakenOrder>> GiveAsync(string slug, PlayCommand command, string key, CancellationToken cancel)
    {
        if (!Slugs.IsOne(slug) || await loop.Client.StatusAsync(LoopNames.PlayId(slug), cancel) is not { } before)
        {
            return Problem.NotFound("play", slug);
        }

        if (before.State.IsFinished())
        {
            return Over(slug);
        }

        await loop.World.Audit.AppendAsync($"order/{key}", new()
        {
            Actor = command.By,
            At = loop.Clock.GetUtcNow(),
            Cause = slug,
            Event = new OrderGiven(command.Kind.ToString().ToLowerInvariant(), command.Why),
            Play = slug,
        }, cancel);
        var answer = await loop.Client.SignalAsync(LoopNames.PlayId(slug), LoopNames.PlayNews, new PlayNews { Command = command }, key, cancel);
        return answer switch
        {
            SignalAnswer.NotFound => Problem.NotFound("play", slug),
            SignalAnswer.AlreadyFinished => Over(slug),
            SignalAnswer.Accepted or SignalAnswer.Duplicate => await TakenAsync(slug, before, command.Kind, cancel),
            _ => throw new InvalidOperationException($"unknown answer to a signal: {answer}"),
        };
    }

    private static Problem Over(string slug) => Problem.Conflict("play_stopped", $"the play '{Shown.Of(slug)}' was stopped for good; enrol it under another slug");

    private static async Task<Reading<OrderBody>> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is 0 || (context.Request.ContentLength is null && context.Request.ContentType is null))
        {
            return new OrderBody();
        }

        var read = await Body.JsonAsync<OrderBody>(context);
        return read.Value?.Why is { Length: > LongestWhy }
            ? Problem.Invalid($"why is longer than {LongestWhy:#,0} characters", new FieldProblem("why", $"at most {LongestWhy:#,0} characters"))
            : read;
    }

    private static bool IsTaken(InstanceStatus before, InstanceStatus now, PlayCommandKind kind)
    {
        var (was, view) = (PlayViews.Of(before), PlayViews.Of(now));
        return now.State.IsFinished() || kind switch
        {
            PlayCommandKind.Tick => view.Ticks > was.Ticks,
            PlayCommandKind.Pause => view.Status == PlayStatus.Paused,
            PlayCommandKind.Resume => view.Status is not (PlayStatus.Paused or PlayStatus.Review),
            PlayCommandKind.Stop => view.Status == PlayStatus.Stopped,
            PlayCommandKind.Wake => now.Generation > before.Generation,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown command"),
        };
    }

    // Not done within the time is no failure: something keeps the play from taking it yet.
    private async Task<Reading<TakenOrder>> TakenAsync(string slug, InstanceStatus before, PlayCommandKind kind, CancellationToken cancel)
    {
        var (pause, waited, isDone) = (FirstPause, TimeSpan.Zero, false);
        while (waited < Patience && !(isDone = await loop.Client.StatusAsync(LoopNames.PlayId(slug), cancel) is { } now && IsTaken(before, now, kind)))
        {
            await Task.Delay(pause, cancel);
            waited += pause;
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }

        return await reader.ReadAsync(slug, cancel) is { } play ? new TakenOrder(play, isDone) : Problem.NotFound("play", slug);
    }
}
