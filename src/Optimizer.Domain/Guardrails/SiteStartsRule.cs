namespace Optimizer.Domain.Guardrails;

/// <summary>Experiments that a site may begin in a local day, whether or not they still run (S3-063, C02).</summary>
public static class SiteStartsRule
{
    public const string Code = "daily_cap";
    public const string Key = "site.max_starts_per_day";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.IsStart)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.Policy.TimeZone);
        var today = Times.LocalDay(asked.Action.At, zone);
        var (started, most) = (asked.OnSite.Count(past => Times.LocalDay(past.StartedAt, zone) == today), asked.Policy.SiteMaxStartsPerDay);
        var said = $"{started} of {most} experiments were started on site {asked.Policy.Site} on {today:yyyy-MM-dd} ({asked.Policy.TimeZone}){asked.From(Key)}";
        return started < most ? Opinion.Allow(Code, said) : Opinion.Deny(Code, said, most > 0 ? Times.StartOf(today.AddDays(1), zone) : null);
    }
}
