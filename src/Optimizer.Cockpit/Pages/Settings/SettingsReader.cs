using System.Globalization;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Api.Tokens;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Pages.Settings;

/// <summary>Reads what the visitor may see of people, tokens and messages.</summary>
internal sealed class SettingsReader(ServedLoop loop)
{
    private const int PerPage = 50;

    /// <param name="context">Says who looks, and at which part.</param>
    /// <param name="made">A token that was just made, with its text; null otherwise.</param>
    public async Task<SettingsModel> ReadAsync(HttpContext context, NewToken? made = null)
    {
        var (now, cancellationToken) = (loop.Clock.GetUtcNow(), context.RequestAborted);
        var role = context.Caller().Role;
        var all = (await loop.Tokens.ListAsync(cancellationToken)).Reverse().ToList();
        var tokens = role == Role.Admin ? all.SkipWhile(Before(context.Request.Query["tokens"])).ToList() : [];
        var (query, parcels) = await ParcelsAsync(context);
        return new()
        {
            Delegations = [.. (await loop.Delegations.ListAsync(cancellationToken)).Where(each => each.Until > now && each.RevokedAt is null).Select(each => DelegationShown.Of(each, now))],
            IsFailed = query.Failed,
            Made = made is null ? null : TokenShown.Of(made.Kept, now, made.Text),
            Me = context.Items[typeof(AccessToken)] is AccessToken mine ? TokenShown.Of(mine, now) : throw new InvalidOperationException("a page was asked for without a token"),
            NextParcels = parcels?.Count > PerPage ? Next(query, parcels[PerPage - 1].Number) : null,
            NextTokens = tokens.Count > PerPage ? $"/settings?tokens={tokens[PerPage].Id}#tokens" : null,
            Parcels = parcels is null ? null : [.. parcels.Take(PerPage)],
            People = role >= Role.Approver
                ? [.. all.Where(token => token.FaultAt(now) is null).Select(token => token.Principal).OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase).DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase)]
                : [],
            Retention = loop.Retention,
            Sink = query.Sink ?? "",
            Sinks = [.. loop.NoticeSettings.Sinks.Select(SinkLine.Of)],
            Tokens = [.. tokens.Take(PerPage).Select(token => TokenShown.Of(token, now))],
        };
    }

    // An id that is not there shows the first ones.
    private static Func<AccessToken, bool> Before(string? first)
    {
        var isFound = string.IsNullOrEmpty(first);
        return token => !(isFound = isFound || token.Id == first);
    }

    private async Task<(ParcelQuery Query, IReadOnlyList<Parcel>? Parcels)> ParcelsAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        var query = new ParcelQuery
        {
            Before = long.TryParse(asked["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
            Failed = asked["failed"] == "1",
            Most = PerPage + 1,
            Sink = loop.NoticeSettings.Sinks.Any(sink => sink.Name == asked["sink"]) ? asked["sink"].ToString() : null,
        };
        return (query, loop.Notices is { } store ? await store.ListAsync(query, context.RequestAborted) : null);
    }

    private static string Next(ParcelQuery query, long last) =>
        $"/settings?sink={Uri.EscapeDataString(query.Sink ?? "")}{(query.Failed ? "&failed=1" : "")}&before={last.ToString(CultureInfo.InvariantCulture)}#delivery";
}
