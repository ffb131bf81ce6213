using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Pages.Activity;
using Optimizer.Cockpit.Pages.Approvals;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>Gathers the command center.</summary>
internal sealed class CommandCenterReader(ServedLoop loop, Board board, ActivityReader activity)
{
    private const int MostQuestions = 5;
    private const int MostRecent = 8;
    private const int MostRecords = 5_000;
    private const int MostAttention = 30;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private static readonly string[] Kinds = [.. ActivityGroup.Actions.Kinds!.Concat(News.Kinds).Append("effect.intended").Distinct()];

    public async Task<CommandCenterModel?> ReadAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        var (now, reading) = (visitor.Now, await board.ReadAsync(cancellationToken));
        var since = visitor.Visit.BeforeAt is { } before && before > now - Longest ? before : now - (visitor.Visit.BeforeAt is null ? Day : Longest);
        var records = await activity.RecordsAsync(new() { Kinds = Kinds }, since < now - Day ? since : now - Day, MostRecords, cancellationToken);
        var actions = records.Where(record => record.Entry.At >= now - Day && ActivityGroup.Actions.Kinds!.Contains(AuditKinds.Of(record.Entry.Event))).ToList();
        var delegations = await loop.Delegations.ListAsync(cancellationToken);
        var attention = Attentions(reading, visitor, records).ToList();
        var high = attention.Count(each => each.IsHigh);
        return new()
        {
            Actions = actions.Count,
            Attention = [.. attention.OrderByDescending(each => each.IsHigh).ThenBy(each => each.Until ?? DateTimeOffset.MaxValue).Take(MostAttention)],
            Converged = reading.Plays.Count(play => play.Stage == PlayStatus.Converged),
            Experimenting = reading.Plays.Count(play => play.Experiment is not null),
            IsFine = high == 0,
            MinutesToday = MinutesOf(visitor.Visit, now),
            MinutesUsual = UsualMinutes(visitor.Visit, now),
            Monitoring = reading.Plays.Count(play => play.Stage != PlayStatus.Stopped),
            News = News.Of([.. records.Where(record => record.Entry.At >= since)]),
            Questions = [.. reading.Questions.Take(MostQuestions).Select(ApprovalFinder.CardOf).Select(card =>
                new QueueItem(ApprovalShown.Of(card, now), ApprovalDesk.Hindrance(card, visitor.Principal, delegations, now)))],
            Recent = [.. actions.Take(MostRecent).Select(action => ActionRow.Of(action, records))],
            Rule = high == 0
                ? "no play is stuck, paused by a guardrail or up for review, nothing is frozen, and no question expires within the hour"
                : $"{high} {(high == 1 ? "thing wants" : "things want")} a person: stuck, paused by a guardrail, up for review, frozen, or expiring within the hour",
            Since = since,
        };
    }

    private static IEnumerable<Attention> Attentions(BoardReading reading, Visitor visitor, IReadOnlyList<AuditRecord> records)
    {
        if (visitor.Freeze is { } freeze)
        {
            yield return new(true, $"Everything is frozen: {freeze.Why}", $"By {freeze.By}; nothing outside is changed", "/health", "Look");
        }

        foreach (var question in reading.Questions.Where(question => question.Request.OnTimeout != Domain.Approvals.TimeoutAction.Park && question.Request.ExpiresAt < visitor.Now + Soon))
        {
            yield return new(true, question.Request.Title, "Waits for an answer and expires soon", Href.Approval(question.Request.Id), "Answer", question.Request.ExpiresAt);
        }

        foreach (var play in reading.Plays)
        {
            if (Trouble(play) is { } trouble)
            {
                yield return trouble;
            }
        }

        foreach (var record in records.Where(record => record.Entry.At >= visitor.Now - Day).Select(TrailRow.Of).Where(row => row.Kind is "safety.tripped" or "anomaly.found"))
        {
            yield return new(false, $"{record.Play}: {record.Words}", record.Kind == "safety.tripped" ? "The stop rule has acted already" : "It is being diagnosed already", Href.Record(record.Sequence), "See why");
        }
    }

    private static Attention? Trouble(PlayLine play) => play switch
    {
        { Stage: PlayStatus.Stopped } => null,
        { Problem: { } problem } => new(true, $"{play.Id} is stuck: {problem}", "It tries again by itself", Href.Play(play.Id), "Look"),
        { Stage: PlayStatus.Review } => new(true, $"{play.Id} wants a look at its strategy", "Its last experiments all failed, so it starts no more", Href.Play(play.Id), "Look"),
        { Stage: PlayStatus.Paused } => new(true, $"{play.Id} is paused", "It reads its KPIs and starts nothing", Href.Play(play.Id), "Look"),
        _ => null,
    };

    private static int MinutesOf(Visit visit, DateTimeOffset now) => Minutes(visit.Days.FirstOrDefault(day => day.Day == DateOnly.FromDateTime(now.UtcDateTime))?.Seconds ?? 0);

    private static int? UsualMinutes(Visit visit, DateTimeOffset now)
    {
        var before = visit.Days.Where(day => day.Day < DateOnly.FromDateTime(now.UtcDateTime)).Select(day => day.Seconds).Order().ToList();
        return before.Count == 0 ? null : Minutes(before[before.Count / 2]);
    }

    private static int Minutes(int seconds) => (int)Math.Round(seconds / 60.0, MidpointRounding.AwayFromZero);
}
