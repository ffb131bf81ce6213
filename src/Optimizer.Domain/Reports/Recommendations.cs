using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Reports;

/// <summary>
/// The focus for next week by rules, most urgent first: answer what waits, mend what stands still, measure what cannot be
/// measured, review what is paused, then what the experiments themselves say. Three at most; one that says none when no rule fires.
/// </summary>
internal static class Recommendations
{
    private const int Most = 3;

    public static IReadOnlyList<Recommendation> Of(PlayWeek week, PlayRecords records)
    {
        if (week.Standing == PlayStanding.Stopped)
        {
            return [new("none", "None.", "The play is stopped.")];
        }

        Recommendation[] all = [.. new[] { Approve(week), Recover(records), Track(week), Review(week), Strategy(week), Traffic(week), Extend(records), Wait(week), Try(week, records) }
            .OfType<Recommendation>()];
        return all.Length > 0 ? [.. all.Take(Most)] : [new("none", "None.", Quiet(week))];
    }

    private static Recommendation? Approve(PlayWeek week) => week.Waiting.MinBy(waiting => waiting.AskedAt) is { } oldest
        ? new("approve", $"Answer {Units.Many(week.Waiting.Count, "question")}.",
            $"The oldest, \"{oldest.Title}\", waits since {Units.Day(DateOnly.FromDateTime(oldest.AskedAt.UtcDateTime))}.")
        : null;

    private static Recommendation? Recover(PlayRecords records) => Troubles.Parked(records) is { } parked
        ? new("recover", $"Bring {parked.Step} back.", $"The play stands still until it answers: {parked.Why}")
        : null;

    private static Recommendation? Track(PlayWeek week) => week.Kpis.Where(kpi => !kpi.IsTracked).ToList() is { Count: > 0 } missing
        ? new("track", $"Measure {string.Join(", ", missing.Select(kpi => Units.Spoken(kpi.Kpi)))}.", "What is not measured is not optimised.")
        : null;

    private static Recommendation? Review(PlayWeek week) => week.Standing == PlayStanding.Paused
        ? new("review", "Review the play and resume it, or stop it.", "It is paused, and nothing is tried until a person says so.")
        : null;

    private static Recommendation? Strategy(PlayWeek week) => week.Standing == PlayStanding.Converged
        ? new("strategy", "Decide on a strategic change: channels, audience or product.", "What the play may change is used up: its last experiments found no further gain.")
        : null;

    private static Recommendation? Traffic(PlayWeek week) => week.Running.FirstOrDefault(running => !running.Holdback && running.Detectable > running.Expected) is { } small
        ? new("traffic", $"Give {small.Experiment} more traffic, or try something bolder.",
            $"It hopes for {Units.Change(small.Expected)}, but at this traffic it can find nothing smaller than {Units.Change(small.Detectable)}.")
        : null;

    private static Recommendation? Extend(PlayRecords records)
    {
        var best = records.All<ChangeAdopted>().Where(adopted => adopted.IsProven && adopted.Booked > 0)
            .GroupBy(adopted => adopted.After.Variable)
            .Select(group => (Variable: group.Key, Booked: group.Sum(adopted => adopted.Booked), Count: group.Count()))
            .OrderByDescending(one => one.Booked).ThenBy(one => one.Variable, StringComparer.Ordinal).FirstOrDefault();
        return best.Variable is { } variable
            ? new("extend", $"Go on with {Units.Spoken(variable)}.", $"It worked most so far: {Units.Change(best.Booked)} booked from {Units.Many(best.Count, "change")}.")
            : null;
    }

    private static Recommendation? Wait(PlayWeek week) => week.Running is [var running, ..]
        ? new("wait", $"Let {running.Experiment} run.", running.Holdback
            ? "It is live with a holdback, and its evidence still grows."
            : $"Day {running.Day} of {running.Days}; looking earlier changes nothing.")
        : null;

    private static Recommendation? Try(PlayWeek week, PlayRecords records) =>
        week.Running.Count == 0 && week.Standing == PlayStanding.Active && PlayWeekParts.Open(records) is [var next, ..]
            ? new("try", $"Try next: {next.Change}", week.Autonomy is Autonomy.Shadow or Autonomy.Advisory
                ? $"It is ranked first, {Units.Change(next.ExpectedImpact)} expected; the play may not act alone yet."
                : $"It is ranked first, {Units.Change(next.ExpectedImpact)} expected.")
            : null;

    private static string Quiet(PlayWeek week) => week.Kpis.Any(kpi => kpi.After is not null)
        ? "The KPI asks for nothing, and no hypothesis is open."
        : "No reading has come in yet.";
}
