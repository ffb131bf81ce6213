using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Operations;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Health;

/// <summary>Whether the loop is stuck, and what sets it going again.</summary>
internal static class HealthRoutes
{
    private const string Home = "/health";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<HealthPage, HealthModel>(Home, Role.Viewer, async (context, visitor) =>
            await context.RequestServices.GetRequiredService<HealthReader>().ReadAsync(visitor.Freeze, context.RequestAborted));
        routes.MapForm($"{Home}/freeze", Role.Operator, FreezeAsync);
        routes.MapForm($"{Home}/unfreeze", Role.Admin, UnfreezeAsync);
        routes.MapForm($"{Home}/resume", Role.Operator, ResumeAsync);
        routes.MapForm($"{Home}/wake", Role.Operator, WakeAsync);
    }

    private static async Task<IResult> FreezeAsync(HttpContext context, PageForm form)
    {
        if (FreezeDesk.Fault(form["why"]) is { } fault)
        {
            return fault;
        }

        var holds = await Desk(context).FreezeAsync(context.Caller().Name, form["why"], context.RequestAborted);
        return SaidOnce.Then(context, Home, $"Frozen by {holds.By}: nothing outside is changed from now on.");
    }

    private static async Task<IResult> UnfreezeAsync(HttpContext context, PageForm form)
    {
        if (FreezeDesk.Fault(form["why"]) is { } fault)
        {
            return fault;
        }

        var woken = await Desk(context).UnfreezeAsync(context.Caller().Name, form["why"], context.RequestAborted);
        return SaidOnce.Then(context, Home, $"The freeze is over; {(woken == 1 ? "1 play takes" : $"{woken} plays take")} up what it kept from them.");
    }

    private static async Task<IResult> ResumeAsync(HttpContext context, PageForm form)
    {
        var (loop, id) = (context.RequestServices.GetRequiredService<ServedLoop>(), form["id"]);
        if (!IsId(id) || await loop.Client.StatusAsync(id, context.RequestAborted) is not { } instance)
        {
            return Problem.NotFound("instance", id);
        }

        if (instance.State is not (RunState.Parked or RunState.Suspended))
        {
            return Problem.Conflict("not_held", $"it is {instance.State.ToString().ToLowerInvariant()}: there is nothing to let go on");
        }

        await TellAsync(context, loop, "resume.instance", id);
        return await loop.Client.ResumeAsync(id, context.RequestAborted) switch
        {
            ControlAnswer.NotFound => Problem.NotFound("instance", id),
            ControlAnswer.Done => SaidOnce.Then(context, Home, $"{id} goes on."),
            var answer => Problem.Conflict("not_held", $"the engine answers {answer.ToString().ToLowerInvariant()}"),
        };
    }

    private static async Task<IResult> WakeAsync(HttpContext context, PageForm form)
    {
        var (loop, play) = (context.RequestServices.GetRequiredService<ServedLoop>(), form["play"]);
        if (!Slugs.IsOne(play) || await loop.Client.StatusAsync(LoopNames.PlayId(play), context.RequestAborted) is not { } status || status.State.IsFinished())
        {
            return Problem.NotFound("running play", play);
        }

        var by = context.Caller().Name;
        var key = await TellAsync(context, loop, "wake", play);
        await loop.Client.SignalAsync(
            status.InstanceId, LoopNames.PlayNews, new PlayNews { Command = new(PlayCommandKind.Wake, by, "from the health page") }, key, context.RequestAborted);
        return SaidOnce.Then(context, Home, $"{play} tries again now.");
    }

    private static bool IsId(string text) => text.Length is > 0 and <= WorkflowIds.LongestId && text[0] != '@' && !text.Any(char.IsControl);

    private static FreezeDesk Desk(HttpContext context) => context.RequestServices.GetRequiredService<FreezeDesk>();

    /// <summary>The order stands in the trail before it is carried out.</summary>
    private static async Task<string> TellAsync(HttpContext context, ServedLoop loop, string order, string about)
    {
        var key = $"health/{Guid.NewGuid():N}";
        await loop.World.Audit.AppendAsync($"order/{key}", new()
        {
            Actor = context.Caller().Name,
            At = loop.Clock.GetUtcNow(),
            Cause = about,
            Event = new OrderGiven(order, about),
            Play = order == "wake" ? about : "-",
        }, context.RequestAborted);
        return key;
    }
}
