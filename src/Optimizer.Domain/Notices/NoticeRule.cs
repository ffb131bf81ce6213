using System.Globalization;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Notices;

/// <summary>When a message goes out to a recipient: now, with others later, or not at all. Pure.</summary>
public static class NoticeRule
{
    /// <summary>The same KPI and kind is told once in so long (S0-064); from the full 24 hours on it is told again.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromHours(24);

    /// <param name="notice">The message.</param>
    /// <param name="past">What this recipient was told, or will be, of the same play; order does not matter.</param>
    /// <param name="recipient">Who.</param>
    /// <param name="now">When it was taken.</param>
    /// <exception cref="TimeZoneNotFoundException">The recipient's zone is unknown.</exception>
    public static NoticeRuling Decide(NoticeFacts notice, IReadOnlyList<PastNotice> past, Recipient recipient, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(recipient);
        if (!recipient.Severities.Contains(notice.Severity))
        {
            return new(NoticeTurn.Drop, null, $"severity {Word(notice.Severity)} is not routed here");
        }

        if (past.Where(told => IsSame(told.Facts, notice) && now - told.At < Quiet).MaxBy(told => told.At) is { } repeat)
        {
            return new(NoticeTurn.Drop, null, $"told {Text(repeat.At)} already; the same is told again after 24 hours");
        }

        if (recipient.IsMachine)
        {
            return new(NoticeTurn.Send, null, "programs are told at once");
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(recipient.TimeZone);
        var isTold = past.Any(told => told.Facts.About == notice.About && (told.HeldUntil is not { } until || until <= now));
        return NoticeKinds.IsInstant(notice.Kind, notice.Severity, isTold)
            ? Instant(notice, recipient.Quiet?.End(now, zone))
            : Digested(notice, recipient, zone, now);
    }

    // A message that repeats nothing may still be about the same object: only anomalies of one KPI and complaints about one sink repeat.
    private static bool IsSame(NoticeFacts told, NoticeFacts notice) =>
        told.Kind == notice.Kind && told.About == notice.About && told.Play == notice.Play && told.Kpi == notice.Kpi
        && (notice.Kpi is not null || notice.Kind == NoticeKind.SinkGaveUp);

    private static NoticeRuling Instant(NoticeFacts notice, DateTimeOffset? quietEnd) => quietEnd is not { } end
        ? new(NoticeTurn.Send, null, "this is told at once")
        : notice.Severity == NoticeSeverity.High
        ? new(NoticeTurn.Send, null, "high goes out in quiet hours too")
        : Held(notice, end, "quiet hours end");

    private static NoticeRuling Digested(NoticeFacts notice, Recipient recipient, TimeZoneInfo zone, DateTimeOffset now)
    {
        var quietEnd = recipient.Quiet?.End(now, zone);
        if (recipient.Digest.Count == 0)
        {
            return quietEnd is { } quiet ? Held(notice, quiet, "quiet hours end") : new(NoticeTurn.Send, null, "no digest is kept");
        }

        var next = recipient.Digest.Min(time => TickClock.Next(now, time, recipient.TimeZone));

        // A digest time inside quiet hours waits for their end.
        return recipient.Quiet?.End(next, zone) is { } end ? Held(notice, end, "quiet hours end") : Held(notice, next, "digest");
    }

    private static NoticeRuling Held(NoticeFacts notice, DateTimeOffset due, string what) => notice.Until is { } until && until <= due
        ? new(NoticeTurn.Send, null, $"it can be answered until {Text(until)} only; {what} {Text(due)} is too late")
        : new(NoticeTurn.Hold, due, $"{what} {Text(due)}");

    private static string Word(NoticeSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
