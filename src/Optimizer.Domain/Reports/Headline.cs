using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>The week in one or two sentences: what was won, lost or is under way, and how the KPI stands.</summary>
internal static class Headline
{
    public static string Of(PlayWeek week) => $"{Said(week)}{Kpi(week)}";

    private static string Said(PlayWeek week)
    {
        var proven = week.Adopted.Count(change => change.IsProven);
        var live = week.Adopted.Count - proven;
        var lost = week.Dropped.Count(change => change.End == DecisionKind.Revert);
        var loss = lost > 0 ? $" {Units.Many(lost, "change")} did harm and {(lost == 1 ? "was" : "were")} taken back." : "";
        return proven > 0 ? $"Won: {string.Join("; ", week.Gains.Where(gain => gain.Proven > 0).Select(GainText.Of))}.{loss}"
            : live > 0 ? $"{Units.Many(live, "change")} went live on trial; nothing is booked until proven.{loss}"
            : lost > 0 ? $"No gain this week.{loss}"
            : week.Dropped.Count > 0 ? $"No gain this week: {Units.Many(week.Dropped.Count, "change")} did not win, control stays."
            : week.Waiting.Count > 0 ? $"Waiting for you: {Units.Many(week.Waiting.Count, "question")} open."
            : week.Standing is PlayStanding.Paused or PlayStanding.Stopped ? $"Nothing moved: the play is {(week.Standing == PlayStanding.Paused ? "paused" : "stopped")}."
            : week.Kpis.Any(kpi => !kpi.IsTracked) ? "Nothing can be optimised before it is measured."
            : week.Running is [var running, ..] ? running.Holdback
                ? "Nothing decided yet: a change is live with a holdback."
                : $"Nothing decided yet: an experiment is on day {running.Day} of {running.Days}."
            : week.Standing == PlayStanding.Converged ? "Optimised: further gains need strategic changes."
            : week.WouldHave.Count > 0 ? "Watching only: it may not act alone yet."
            : "A quiet week: nothing was tried.";
    }

    private static string Kpi(PlayWeek week) => week.Kpis is [var kpi, ..] && kpi.IsTracked
        ? $" {Units.Capital(Page.Text(Units.Spoken(kpi.Kpi)))}: {GainText.Of(kpi)}."
        : "";
}
