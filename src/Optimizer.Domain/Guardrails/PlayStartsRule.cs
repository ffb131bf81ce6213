using System.Globalization;

namespace Optimizer.Domain.Guardrails;

/// <summary>
/// Experiments that a play may begin in a month: rolling days or the calendar month of its time zone (S0-061, C03), and
/// whatever further limits its definition sets by quarter or year.
/// </summary>
public static class PlayStartsRule
{
    public const string Code = "monthly_cap";
    public const string Key = "play.max_starts";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.IsStart)
        {
            return null;
        }

        var opinions = asked.Policy.StartLimits
            .Select(limit => Rolling(asked, limit.Max, limit.Days, $" ({limit.Source})"))
            .Prepend(asked.Policy.StartsWindowDays is { } days
                ? Rolling(asked, asked.Policy.PlayMaxStarts, days, asked.From(Key))
                : Calendar(asked))
            .ToList();

        // Of several that deny, the one that opens last; one that never opens is later than all.
        return opinions.OrderBy(opinion => opinion.Kind).ThenBy(opinion => opinion.RetryAt ?? DateTimeOffset.MaxValue).Last();
    }

    private static Opinion Rolling(ProposedCase asked, int most, int days, string from)
    {
        var started = asked.OfPlay
            .Select(past => past.StartedAt).Where(start => start.AddDays(days) > asked.Action.At).Order().ToList();
        var said = string.Create(
            CultureInfo.InvariantCulture, $"{started.Count} of {most} experiments of {asked.Action.Play} were started in the last {days} days{from}");
        return started.Count < most
            ? Opinion.Allow(Code, said)
            : Opinion.Deny(Code, said, most > 0 ? started[^most].AddDays(days) : null);
    }

    private static Opinion Calendar(ProposedCase asked)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.Policy.TimeZone);
        var today = Times.LocalDay(asked.Action.At, zone);
        var first = new DateOnly(today.Year, today.Month, 1);
        var (from, until) = (Times.StartOf(first, zone), Times.StartOf(first.AddMonths(1), zone));
        var started = asked.OfPlay.Count(past => past.StartedAt >= from && past.StartedAt < until);
        var most = asked.Policy.PlayMaxStarts;
        var said = $"{started} of {most} experiments of {asked.Action.Play} were started in {today:yyyy-MM} ({asked.Policy.TimeZone}){asked.From(Key)}";
        return started < most ? Opinion.Allow(Code, said) : Opinion.Deny(Code, said, most > 0 ? until : null);
    }
}
