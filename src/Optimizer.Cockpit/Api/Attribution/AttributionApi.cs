using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Attribution;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>
/// Routes that customers' servers call for every visitor: who gets what, and what they did. Both count in decisions, so both need a token
/// that may change something: a viewer's could fill an experiment with visitors that never were.
/// </summary>
internal static class AttributionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/events", EventsAsync).Demand(Role.Operator).WithTags("Attribution")
            .Told("sendEvents", "Takes events into the attribution ledger, each once by its id: an array, {\"events\": [...]}, or one a line. Each gets its own answer.")
            .Accepts(typeof(IReadOnlyList<SentEvent>), isOptional: false, EventBatch.Types[0], EventBatch.Types[1], EventBatch.Types[2])
            .WithMetadata(new BodyLimit(EventBatch.MostBytes)).Produces<EventsAnswer>().Refuses(400, 413, 415, 422).Once();
        routes.MapGet("/api/assignments", AssignAsync).Demand(Role.Operator).WithTags("Attribution")
            .Told("getAssignment", "The variant of a unit, the same for ever; a new unit is assigned.")
            .Asks("experiment", "Id of the experiment.", isRequired: true).Asks("unit", "Pseudonymous id of the visitor.", isRequired: true)
            .Produces<AssignmentAnswer>().Refuses(400, 404);
        routes.MapGet("/api/settings/{play}", SettingsAsync).Demand(Role.Viewer).WithTags("Attribution")
            .Told("getSettings", "What is live now for everybody who is in no experiment.").Produces<SettingsAnswer>().Refuses(404);
    }

    private static async Task<IResult> EventsAsync(HttpContext context, ServedLoop loop)
    {
        var read = await EventBatch.ReadAsync(context);
        if (read.Value is not { } batch)
        {
            return read.Refusal!;
        }

        var now = loop.Clock.GetUtcNow();
        var answers = new OneEventAnswer[batch.Count];
        if (batch.Refused.Count > 0)
        {
            await loop.Ledger.SetAsideAsync([.. batch.Refused.Select(each => each.Row)], now, context.RequestAborted);
            foreach (var (place, row) in batch.Refused)
            {
                answers[place] = new(null, EventAnswerKind.Quarantined, row.Code, row.Why);
            }
        }

        var told = batch.Events.Count == 0 ? [] : await loop.Ledger.AppendAsync([.. batch.Events.Select(each => each.Event)], now, context.RequestAborted);
        for (var i = 0; i < told.Count; i++)
        {
            answers[batch.Events[i].Place] = new(batch.Events[i].Event.Id, told[i].Kind, told[i].Code, told[i].Why);
        }

        return new JsonAnswer<EventsAnswer>(new(
            answers.Count(answer => answer.Status == EventAnswerKind.Accepted), answers.Count(answer => answer.Status == EventAnswerKind.Duplicate),
            answers.Count(answer => answer.Status == EventAnswerKind.Quarantined), answers));
    }

    private static async Task<IResult> AssignAsync(HttpContext context, ServedLoop loop)
    {
        if (context.Request.Query["experiment"] is not [{ Length: > 0 } id] || context.Request.Query["unit"] is not [{ Length: > 0 and <= EventLimits.LongestUnit } unit]
            || string.IsNullOrWhiteSpace(unit))
        {
            return new Problem(400, "malformed", $"send experiment and unit, each once; a unit has 1 to {EventLimits.LongestUnit} characters");
        }

        if (!Slugs.IsOne(id) || await new LedgerAssignment(loop.Ledger).AssignAsync(id, unit, loop.Clock.GetUtcNow(), context.RequestAborted) is not { } given)
        {
            return Problem.NotFound("experiment", id);
        }

        var (experiment, variant) = (given.Experiment, (given.Assignment as Assignment.Assigned)?.VariantIndex);
        var flag = await loop.World.Flags.FindAsync(id, context.RequestAborted);
        var setting = flag is null || variant is null || variant >= flag.Settings.Count ? null : flag.Settings[flag.Enabled ? variant.Value : 0];
        return new JsonAnswer<AssignmentAnswer>(new(
            id, unit, variant is not null, variant is { } index ? experiment.Variants[index] : null, variant, setting is null ? null : SettingAnswer.Of(setting)));
    }

    private static async Task<IResult> SettingsAsync(HttpContext context, string play, ServedLoop loop)
    {
        var live = new LiveSettings(loop.World.Channel, loop.World.Plays, loop.Terms);
        return Slugs.IsOne(play) && await live.ReadAsync(play, context.RequestAborted) is { } settings
            ? new JsonAnswer<SettingsAnswer>(new(play, [.. settings.Select(SettingAnswer.Of)]))
            : Problem.NotFound("play", play);
    }
}
