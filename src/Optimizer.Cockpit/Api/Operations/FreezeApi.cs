using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Operations;

/// <summary>The one switch that stops every change outside.</summary>
internal static class FreezeApi
{
    private const int LongestWhy = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/freeze", FreezeAsync).Demand(Role.Operator).WithTags("Operations")
            .Told("freeze", "From the answer on nothing outside is changed, restoring control included. An earlier freeze stays.")
            .TakesJson<WhyBody>().Produces<FreezeAnswer>().Refuses(400, 413, 415, 422).Once();
        routes.MapPost("/api/unfreeze", UnfreezeAsync).Demand(Role.Admin).WithTags("Operations")
            .Told("unfreeze", "Ends the freeze; plays take up what it kept them from.")
            .TakesJson<WhyBody>().Produces<FreezeAnswer>().Refuses(400, 413, 415, 422).Once();
    }

    private static async Task<IResult> FreezeAsync(HttpContext context, ServedLoop loop)
    {
        var body = await BodyAsync(context);
        if (body.Value is not { } said)
        {
            return body.Refusal!;
        }

        var holds = await loop.Freeze.FreezeAsync(new(context.Caller().Name, said.Why, loop.Clock.GetUtcNow()), context.RequestAborted);
        await new FreezeNotices(loop.World.Notifier).TellAsync(holds, CancellationToken.None);
        return new JsonAnswer<FreezeAnswer>(new(true, holds));
    }

    private static async Task<IResult> UnfreezeAsync(HttpContext context, ServedLoop loop)
    {
        var body = await BodyAsync(context);
        if (body.Value is not { } said)
        {
            return body.Refusal!;
        }

        var (caller, now) = (context.Caller(), loop.Clock.GetUtcNow());
        var ended = await loop.Freeze.UnfreezeAsync(caller.Name, said.Why, now, context.RequestAborted);
        if (ended is not null)
        {
            await new FreezeNotices(loop.World.Notifier).TellEndAsync(ended, caller.Name, said.Why, CancellationToken.None);
        }

        var woken = ended is null ? 0 : await WakeAsync(loop, caller.Name, said.Why, $"unfreeze/{now.UtcTicks}", context.RequestAborted);
        return new JsonAnswer<FreezeAnswer>(new(false, null, woken));
    }

    private static async Task<Reading<WhyBody>> BodyAsync(HttpContext context)
    {
        var read = await Body.JsonAsync<WhyBody>(context);
        return read.Value is { Why: var why } && (string.IsNullOrWhiteSpace(why) || why.Length > LongestWhy)
            ? Problem.Invalid($"why must say in 1 to {LongestWhy:#,0} characters what for", new FieldProblem("why", $"1 to {LongestWhy:#,0} characters"))
            : read;
    }

    /// <summary>Plays that something kept from a step need not wait for their next try, which may be an hour away.</summary>
    private static async Task<int> WakeAsync(ServedLoop loop, string by, string why, string key, CancellationToken cancellationToken)
    {
        var (woken, after) = (0, (string?)null);
        do
        {
            var page = await loop.Client.ListAsync(
                new() { After = after, IdPrefix = LoopNames.PlayId(""), PageSize = 1000, States = [RunState.Running], Workflow = LoopNames.Play.Name }, cancellationToken);
            foreach (var instance in page.Instances.Where(instance => Plays.PlayViews.Of(instance).Problem is not null))
            {
                var answer = await loop.Client.SignalAsync(
                    instance.InstanceId, LoopNames.PlayNews, new PlayNews { Command = new(PlayCommandKind.Wake, by, why) }, key, cancellationToken);
                woken += answer == SignalAnswer.Accepted ? 1 : 0;
            }

            after = page.Next;
        }
        while (after is not null);
        return woken;
    }
}
