using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Api.Evidence;

/// <summary>Routes of what was decided and done, and why.</summary>
internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/audit", (HttpContext context, TrailReader trail) => trail.AuditAsync(context)).Demand(Role.Viewer).WithTags("Evidence")
            .Told("getAudit", "The audit trail, oldest first; with Accept: application/jsonl all that the filters find, a record a line as audit verify reads it.")
            .Paged().Asks("play", "Only records of this play.").Asks("experiment", "Only records of this experiment.")
            .Asks("kind", "Only records of these kinds, separated by commas, such as decision.made.")
            .Asks("since", "Only records from this moment on.").Asks("until", "Only records before this moment.")
            .Produces<Listed<TrailRecord>>(200, "application/json", TrailReader.Lines).Refuses(400);
        routes.MapGet("/api/audit/{sequence}", (HttpContext context, string sequence, TrailReader trail) => trail.OneAsync(context, sequence)).Demand(Role.Viewer).WithTags("Evidence")
            .Told("getAuditRecord", "One record of the audit trail, by its place.").Produces<TrailRecord>().Refuses(404);
        routes.MapGet("/api/decisions/{id}", DecisionAsync).Demand(Role.Viewer).WithTags("Evidence")
            .Told("getDecision", "A decision with its evidence, rules and reasons.").Asks("replay", "true recomputes it from its record.", "boolean")
            .Produces<DecisionAnswer>().Refuses(404);
    }

    private static async Task<IResult> DecisionAsync(HttpContext context, string id, ServedLoop loop)
    {
        var dot = id.LastIndexOf('.');
        if (dot <= 0 || !Slugs.IsOne(id))
        {
            return Problem.NotFound("decision", id);
        }

        AuditRecord? found = null;
        await foreach (var record in loop.World.Audit.ReadAsync(new() { Experiment = id[..dot], Kinds = ["decision.made"] }, context.RequestAborted))
        {
            found = record.Entry.Event is DecisionMade { Record.Id: var made } && made == id ? record : found;
        }

        return found is null ? Problem.NotFound("decision", id)
            : new JsonAnswer<DecisionAnswer>(Answer(found, ((DecisionMade)found.Entry.Event).Record, context.Request.Query["replay"] == "true"));
    }

    private static DecisionAnswer Answer(AuditRecord record, DecisionRecord decision, bool replays)
    {
        using var text = JsonDocument.Parse(record.Text);
        return new()
        {
            At = decision.At,
            Code = decision.Decision.Code,
            Does = DecisionWords.Action(decision.Decision.Kind, decision.Decision.Variant),
            Experiment = decision.Experiment,
            Hash = record.Hash,
            Id = decision.Id,
            Kind = decision.Decision.Kind,
            Play = decision.Play,
            Reasons = decision.Decision.Reasons,
            Record = text.RootElement.GetProperty("event").GetProperty("record").Clone(),
            Replay = replays ? DecisionReplay.Of(Replay.Of(decision)) : null,
            Sequence = record.Sequence,
        };
    }
}
