using System.Globalization;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>What every cap on starts has left for a play, counted as the guardrails count. Pure.</summary>
public static class CapReadings
{
    public static IReadOnlyList<CapReading> Of(string play, ActionHistory history, EffectivePolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(policy);
        var start = new ProposedAction { At = at, Kind = ActionKind.StartExperiment, Play = play };
        var asked = new ProposedCase(start, history, Autonomy.Full, policy);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(policy.TimeZone);
        var today = Times.LocalDay(at, zone);
        var readings = new List<CapReading>
        {
            new(PlayActiveRule.Code, $"play {play}", asked.OfPlay.Count(past => past.IsActive), policy.PlayMaxActive, "running", null),
        };
        if (policy.Page is { } page)
        {
            var onPage = asked.OnSite.Count(past => past is { IsActive: true, Page: { } other } && PagePattern.Overlap(page, other));
            readings.Add(new(PageActiveRule.Code, $"page {page}", onPage, policy.PageMaxActive, "running", null));
        }

        readings.Add(new(SiteActiveRule.Code, $"site {policy.Site}", asked.OnSite.Count(past => past.IsActive), policy.SiteMaxActive, "running", null));
        readings.Add(new(
            SiteStartsRule.Code, $"site {policy.Site}", asked.OnSite.Count(past => Times.LocalDay(past.StartedAt, zone) == today), policy.SiteMaxStartsPerDay,
            $"started on {today:yyyy-MM-dd}", SiteStartsRule.On(asked)?.RetryAt));
        var (used, window) = policy.StartsWindowDays is { } days ? Rolling(asked, days) : Monthly(asked, today, zone);
        readings.Add(new(PlayStartsRule.Code, $"play {play}", used, policy.PlayMaxStarts, window, PlayStartsRule.On(asked)?.RetryAt));
        foreach (var limit in policy.StartLimits)
        {
            var (count, span) = Rolling(asked, limit.Days);
            readings.Add(new(PlayStartsRule.Code, $"play {play}", count, limit.Max, $"{span} ({limit.Source})", null));
        }

        return readings;
    }

    private static (int Used, string Window) Rolling(ProposedCase asked, int days) =>
        (asked.OfPlay.Count(past => past.StartedAt.AddDays(days) > asked.Action.At), string.Create(CultureInfo.InvariantCulture, $"started in the last {days} days"));

    private static (int Used, string Window) Monthly(ProposedCase asked, DateOnly today, TimeZoneInfo zone)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var (from, until) = (Times.StartOf(first, zone), Times.StartOf(first.AddMonths(1), zone));
        return (asked.OfPlay.Count(past => past.StartedAt >= from && past.StartedAt < until), $"started in {today:yyyy-MM}");
    }
}
