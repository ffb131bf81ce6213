using System.Globalization;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>A play's week as one Markdown page: the same bytes from the same records.</summary>
public static class PlayBrief
{
    private const int MostChanges = 5;
    private const int MostOther = 3;
    private const int HashDigits = 12;

    public static string Markdown(PlayWeek week)
    {
        ArgumentNullException.ThrowIfNull(week);
        var page = new Page();
        page.Line($"# {Page.Text(week.Name)}");
        page.Line();
        page.Line($"Week {week.Week.Name}, {Units.Days(week.Week.First, week.Week.Last)}. {Standing(week)}");
        page.Line();
        page.Line($"**{Headline.Of(week)}**");
        Kpis(page, week);
        Changes(page, week);
        Running(page, week);
        Needs(page, week);
        Next(page, week);
        Otherwise(page, week);
        SmallPrint(page, week);
        return page.ToString();
    }

    private static string Standing(PlayWeek week) => week.Standing switch
    {
        PlayStanding.Active => "The play is active",
        PlayStanding.Converged => "The play has converged",
        PlayStanding.Paused => "The play is paused",
        PlayStanding.Stopped => "The play is stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(week), week.Standing, "unknown standing"),
    } + (week.Autonomy is { } level ? $", autonomy {level.ToString().ToLowerInvariant()}." : ".");

    private static void Kpis(Page page, PlayWeek week)
    {
        page.Section("Where the KPI stands");
        page.Row("KPI", "Four weeks before", "This week", "Change", "95 % interval", "Goal");
        page.Row("---", "---:", "---:", "---:", "---:", "---:");
        foreach (var kpi in week.Kpis)
        {
            var known = kpi.IsTracked && kpi.After is not null;
            page.Row(
                Page.Text(Units.Spoken(kpi.Kpi)),
                known ? Units.Show(kpi.Before, kpi.Unit) : "-",
                !kpi.IsTracked ? "not measured" : known ? Units.Show(kpi.After, kpi.Unit) : "no reading",
                known ? Units.Change(kpi.Change) : "-",
                kpi is { Lowest: { } lowest, Highest: { } highest } ? $"{Units.Range(lowest, highest)}" : "-",
                kpi.Goal is { } goal ? Page.Text(goal) + (kpi.GoalGap is { } gap ? gap > 0 ? $", {Units.Share(gap)} short" : ", met" : "") : "-");
        }
    }

    private static void Changes(Page page, PlayWeek week)
    {
        page.Section("What changed and why");
        page.Line($"Booked this week: {string.Join("; ", week.Gains.Select(GainText.Of))}{(week.Counts.Adoptions == 0 ? ": nothing was adopted" : "")}.");
        var lines = week.Adopted.Select(Adopted).Concat(week.Dropped.Select(Dropped)).Concat(week.WouldHave.Select(text => $"Would have: {Page.Text(text)}")).ToList();
        if (lines.Count > 0)
        {
            page.Line();
            page.Bullets(lines, Math.Max(MostChanges, week.Adopted.Count));
        }
    }

    private static string Adopted(AdoptedChange change) => $"**{Page.Text(change.Change)}** ({Page.Card(change.Experiment)}): "
        + (change.IsProven
            ? $"adopted, {Units.Change(change.Booked)} booked{Measured(change)}."
            : $"live but not proven, nothing booked{Measured(change)}.")
        + Because(change.Why);

    private static string Measured(AdoptedChange change) =>
        change is { Lowest: { } lowest, Highest: { } highest } ? $", measured {Units.Range(lowest, highest)}" : "";

    private static string Dropped(DroppedChange change) => $"{Page.Text(change.Change)} ({Page.Card(change.Experiment)}): "
        + (change.End switch
        {
            DecisionKind.Revert => "reverted",
            DecisionKind.Iterate => "not kept",
            DecisionKind.Halt => "stopped as broken, counts for nothing",
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.End, "does not drop a change"),
        })
        + (change.Gain is { } gain && change.End != DecisionKind.Halt ? $" at {Units.Change(gain)}." : ".")
        + Because(change.Learned);

    private static string Because(string why) => why.Length > 0 ? $" {Units.Stop(Page.Text(Units.Capital(why)))}" : "";

    private static void Running(Page page, PlayWeek week)
    {
        if (week.Running.Count == 0)
        {
            return;
        }

        page.Section("Running");
        page.Bullets([.. week.Running.Select(one => $"{Page.Text(one.Change)} ({Page.Card(one.Experiment)}): "
            + (one.Holdback ? $"day {one.Day}, live with a holdback until it is proven or reverted." : $"day {one.Day} of {one.Days}. Ends when: {Units.Stop(Page.Text(one.Criteria))}")
            + (one.Detectable is { } lift ? $" Smallest lift it can find: {Units.Share(lift)}." : ""))], MostChanges);
    }

    private static void Needs(Page page, PlayWeek week)
    {
        page.Section("What needs you");
        var lines = week.Waiting.Select(Waiting).Concat(week.Troubles.Select(Page.Text)).ToList();
        if (lines.Count == 0)
        {
            page.Line("Nothing.");
        }

        page.Bullets(lines, MostChanges);
    }

    private static string Waiting(WaitingApproval waiting) =>
        $"**Answer:** {Units.Stop(Page.Text(waiting.Title))}{Because(waiting.Why)} "
        + $"Seat {waiting.Seat.ToString().ToLowerInvariant()}, by {waiting.ExpiresAt.ToString("d MMM HH:mm", CultureInfo.InvariantCulture)} UTC, else "
        + waiting.OnTimeout switch
        {
            TimeoutAction.Reject => "it counts as no",
            TimeoutAction.Escalate => "the next seat is asked",
            TimeoutAction.Park => "it goes on waiting",
            _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting.OnTimeout, "unknown action"),
        } + $": `optimizer approvals approve {waiting.Approval.Replace("`", "", StringComparison.Ordinal)}`";

    private static void Next(Page page, PlayWeek week)
    {
        page.Section("Next week");
        foreach (var (focus, number) in week.Focus.Select((focus, index) => (focus, index + 1)))
        {
            page.Line($"{number.ToString(CultureInfo.InvariantCulture)}. **{Page.Text(focus.Text)}** {Page.Text(focus.Why)}");
        }

        page.Line();
        page.Line($"Distance from the local maximum: {Distance(week.Maximum)}.");
    }

    private static string Distance(LocalMaximum maximum) => maximum is { Distance: { } distance, Lowest: { } lowest, Highest: { } highest }
        ? $"about {Units.Change(distance)} ({Units.Range(lowest, highest)})"
        : LocalMaximum.NotEnough.Replace("<", "\\<", StringComparison.Ordinal);

    private static void Otherwise(Page page, PlayWeek week)
    {
        if (week.Otherwise.Count > 0)
        {
            page.Section("What the other mode would have done");
            page.Bullets([.. week.Otherwise.Select(one =>
                $"{Page.Card(one.Experiment)}: {Page.Text(one.Text)}{(one.Looks > 1 ? $", at {Units.Many(one.Looks, "look")}" : "")}.")], MostOther);
        }
    }

    private static void SmallPrint(Page page, PlayWeek week)
    {
        var counts = week.Counts;
        page.Line();
        page.Line("---");
        page.Line();
        page.Line(
            $"Counted from the audit trail: {Units.Many(counts.Anomalies, "anomaly", "anomalies")}, {Units.Many(counts.Hypotheses, "hypothesis", "hypotheses")}, "
            + $"{Units.Many(counts.Started, "experiment")} started and {Words.Count(counts.Ended)} ended, {Units.Many(counts.Decisions, "decision")} "
            + $"({Words.Count(counts.Concluding)} other than to run on). Booked gains are pulled towards none and add up; their intervals are always-valid, end by end. "
            + "KPIs compare the mean day of the week with that of the four weeks before; days count as independent around their weekday."
            + (week.Maximum.Distance is null ? "" : $" Distance from the local maximum: {Page.Text(week.Maximum.Method)}.")
            + Sources(week));
    }

    private static string Sources(PlayWeek week) => week.LastSequence == 0
        ? " No audit records of this play yet."
        : $" Source: audit records {Number(week.FirstSequence)} to {Number(week.LastSequence)}, head {week.HeadHash[..Math.Min(HashDigits, week.HeadHash.Length)]}.";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
