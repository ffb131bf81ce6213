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

        var cancel = context.RequestAborted;
        if (!Slugs.IsOne(slug) || await loop.Client.StatusAsync(LoopNames.PlayId(slug), cancel) is not { } before)
        {
            return Problem.NotFound("play", slug);
        }

        if (before.State.IsFinished())
        {
            return Over(slug);
        }

        var caller = context.Caller();
        var key = context.Request.Headers[AnswerOnce.Header] is [{ } given] ? $"api/{caller.Name}/{given}" : $"api/{Guid.NewGuid():N}";
        var why = body.Value?.Why is { Length: > 0 } said ? said : "by API";
        var word = kind.ToString().ToLowerInvariant();
        await loop.World.Audit.AppendAsync($"order/{key}", new()
        {
            Actor = caller.Name,
            At = loop.Clock.GetUtcNow(),
            Cause = slug,
            Event = new OrderGiven(word, why),
            Play = slug,
        }, cancel);
        var answer = await loop.Client.SignalAsync(
            LoopNames.PlayId(slug), LoopNames.PlayNews, new PlayNews { Command = new(kind, caller.Name, why) }, key, cancel);
        return answer switch
        {
            SignalAnswer.NotFound => Problem.NotFound("play", slug),
            SignalAnswer.AlreadyFinished => Over(slug),
            SignalAnswer.Accepted or SignalAnswer.Duplicate => await TakenAsync(context, slug, before, kind),
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

    /// <summary>200 with what is true once the play has taken the order; 202 while something keeps it from doing so.</summary>
    private async Task<IResult> TakenAsync(HttpContext context, string slug, InstanceStatus before, PlayCommandKind kind)
    {
        var (pause, waited) = (FirstPause, TimeSpan.Zero);
        while (waited < Patience)
        {
            if (await loop.Client.StatusAsync(LoopNames.PlayId(slug), context.RequestAborted) is { } now && IsTaken(before, now, kind))
            {
                return await AnswerAsync(context, slug, StatusCodes.Status200OK);
            }

            await Task.Delay(pause, context.RequestAborted);
            waited += pause;
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }

        return await AnswerAsync(context, slug, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, string slug, int status) =>
        await reader.ReadAsync(slug, context.RequestAborted) is { } play
            ? new JsonAnswer<PlayAnswer>(play, status) { Location = status == StatusCodes.Status202Accepted ? $"/api/plays/{slug}" : null }
            : Problem.NotFound("play", slug);
}
