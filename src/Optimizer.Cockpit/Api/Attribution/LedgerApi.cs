using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Evidence;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>Questions to the attribution ledger: sums alone, nothing of a single visitor.</summary>
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/ledger", GetAsync).Demand(Role.Viewer).WithTags("Attribution")
        .Told("queryLedger", "Exact sums over the events of an experiment: rows, units and the sum of values, per variant and event (S3-047).")
        .Asks("experiment", "Its id.", isRequired: true).Asks("variant", "Only this variant.").Asks("event", "Only this event, such as purchase.")
        .Asks("since", "Only events from this moment on.").Asks("until", "Only events before this moment.").Produces<LedgerAnswer>().Refuses(400, 404);

    private static async Task<IResult> GetAsync(HttpContext context, ServedLoop loop)
    {
        var request = context.Request;
        if (TrailReader.Text(request, "experiment") is not { } experiment)
        {
            return Problem.Malformed("experiment is missing; name one, such as onboarding-3");
        }

        if (!TrailReader.TryTime(request, "since", out var since) || !TrailReader.TryTime(request, "until", out var until))
        {
            return Problem.Malformed(TrailReader.WantedTimes);
        }

        if (await loop.Ledger.FindAsync(experiment, context.RequestAborted) is not { } known)
        {
            return Problem.NotFound("experiment in the ledger", experiment);
        }

        var variant = TrailReader.Text(request, "variant");
        return variant is not null && !known.Variants.Contains(variant)
            ? Problem.NotFound("variant", variant)
            : new JsonAnswer<LedgerAnswer>(new(known.Id, known.Variants, await loop.Ledger.SumAsync(
                new(known.Id) { Event = TrailReader.Text(request, "event"), Since = since, Until = until, Variant = variant }, context.RequestAborted)));
    }
}
