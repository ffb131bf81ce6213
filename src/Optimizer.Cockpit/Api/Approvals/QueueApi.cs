using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Approvals;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>Lists of questions: those that wait, urgent first (S1-043, S1-045); those that ended, newest first.</summary>
internal static class QueueApi
{
    private const string Waiting = "pending";
    private const string All = "all";

    /// <summary>How far back a list of ended ones looks.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    public static async Task<IResult> ListAsync(HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var state = query["state"] is [{ Length: > 0 } asked, ..] ? asked : Waiting;
        if (state is not (Waiting or All) && !Words<ApprovalState>().Contains(state))
        {
            return Problem.Malformed($"state is '{Answers.Shown.Of(state)}'; must be {All}, {string.Join(", ", Words<ApprovalState>())}");
        }

        if (query["seat"] is [{ } seat, ..] && !Words<Seat>().Contains(seat))
        {
            return Problem.Malformed($"seat is '{Answers.Shown.Of(seat)}'; must be {string.Join(", ", Words<Seat>())}");
        }

        var paging = Paging.Of(context.Request, $"approvals-{state}");
        if (paging.Value is not { } page)
        {
            return paging.Refusal!;
        }

        var keyed = await KeyedAsync(loop, state, query["play"] is [{ Length: > 0 } play, ..] ? play : null, cancellationToken);
        var rest = keyed.Where(each => (page.After is null || string.CompareOrdinal(each.Key, page.After) > 0)
            && (query["seat"] is not [{ } wanted, ..] || Word(each.Card.Request.Seat) == wanted)).ToList();
        var shown = rest.Take(page.Limit).ToList();
        var now = loop.Clock.GetUtcNow();
        return new JsonAnswer<Listed<ApprovalShown>>(new(
            [.. shown.Select(each => ApprovalShown.Of(each.Card, now))],
            rest.Count > shown.Count ? Paging.Cursor($"approvals-{state}", shown[^1].Key) : null));
    }

    private static async Task<List<(string Key, ApprovalCard Card)>> KeyedAsync(
        ServedLoop loop, string state, string? play, CancellationToken cancellationToken)
    {
        var finder = new ApprovalFinder(loop.Client, loop.World.Audit);
        var cards = state == Waiting
            ? (await finder.OpenAsync(play, cancellationToken)).Select(question => (Key: ApprovalUrgency.KeyOf(question.Request), Card: ApprovalFinder.CardOf(question)))
            : (await finder.SinceAsync(play, loop.Clock.GetUtcNow() - Lately, cancellationToken))
                .Where(card => state == All || Word(card.State) == state)
                .Select(card => (Key: $"{long.MaxValue - card.AskedAt.UtcTicks:D19}/{card.Request.Id}", Card: card));
        return [.. cards.OrderBy(each => each.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Word);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
