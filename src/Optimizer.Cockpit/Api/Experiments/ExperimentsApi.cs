using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Experiments;

/// <summary>Routes of experiments.</summary>
internal static class ExperimentsApi
{
    private const string Name = "experiments";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/experiments", ListAsync).Demand(Role.Viewer).WithTags("Experiments")
            .Told("listExperiments", "Experiments, in the order of their starts.").Paged().Asks("play", "Only those of this play.")
            .Produces<Listed<ExperimentLine>>().Refuses(400);
        routes.MapGet("/api/experiments/{id}", GetAsync).Demand(Role.Viewer).WithTags("Experiments")
            .Told("getExperiment", "An experiment with every look at it and, while it runs, its distance to every stop rule.")
            .Produces<ExperimentAnswer>().Refuses(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ServedLoop loop)
    {
        var play = context.Request.Query["play"] is [{ Length: > 0 } slug, ..] ? slug : null;
        var list = $"{Name}/{play}";
        var paging = Paging.Of(context.Request, list);
        if (paging.Value is not { } page || page.Numbered().Refusal is not null)
        {
            return paging.Refusal ?? paging.Value!.Numbered().Refusal!;
        }

        var starts = await loop.World.Audit.ReadAsync(new() { AfterSequence = page.AfterNumber, Kinds = ["experiment.started"], Play = play }, context.RequestAborted)
            .Take(page.Limit + 1).ToListAsync(context.RequestAborted);
        var items = new List<ExperimentLine>();
        foreach (var start in starts.Take(page.Limit).Where(start => start.Entry.Experiment is not null))
        {
            var query = new AuditQuery { Experiment = start.Entry.Experiment, Kinds = ["experiment.started", "experiment.ended", "change.adopted"] };
            var records = await loop.World.Audit.ReadAsync(query, context.RequestAborted).ToListAsync(context.RequestAborted);
            items.Add(ExperimentLine.Of(ExperimentCard.Of(start.Entry.Experiment!, records)));
        }

        var next = starts.Count > page.Limit ? Paging.Cursor(list, starts[page.Limit - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null;
        return new JsonAnswer<Listed<ExperimentLine>>(new(items, next));
    }

    private static async Task<IResult> GetAsync(HttpContext context, string id, ServedLoop loop, PlayReader plays)
    {
        if (!Slugs.IsOne(id) || await EvidenceSearch.ExperimentAsync(loop.World.Audit, id, context.RequestAborted) is not { } card)
        {
            return Problem.NotFound("experiment", id);
        }

        var (now, question) = card.End is null ? await plays.ActiveAsync(id, context.RequestAborted) : (null, null);
        return new JsonAnswer<ExperimentAnswer>(new(
            ExperimentLine.Of(card), card.Start, now, question, [.. card.Looks.Select(ExperimentLook.Of)], card.End, card.Adopted));
    }
}
