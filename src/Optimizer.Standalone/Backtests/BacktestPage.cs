using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Backtests;

/// <summary>A backtest as a growth marketer reads it: what would have been seen, proposed, asked and decided, and what nobody can know.</summary>
internal static class BacktestPage
{
    private const int LeastForText = 40;
    private const int LeastForDecision = 30;
    private const int MostStandingOut = 8;

    public static void Write(IAnsiConsole console, BacktestReport report)
    {
        WriteHead(console, report);
        console.WriteLine();
        BacktestTimeline.Write(console, report);
        WriteProposals(console, report);
        WriteExperiments(console, report);
        WriteStandingOut(console, report);
        Part(console, "What a replay cannot know", BacktestLimits.Of(report));
        Part(console, "Next", Next(report));
    }

    private static void WriteHead(IAnsiConsole console, BacktestReport report)
    {
        var (series, plan, trail) = (report.Series, report.Plan, report.Trail);
        var missing = report.Options.Kpi.Missing > 0 ? $", {Count(report.Options.Kpi.Missing)} without a figure" : "";
        console.MarkupLine($"Backtest of [bold]{Plain.Markup(report.Play.Name)}[/] on {Plain.Markup(Path.GetFileName(report.Options.KpiFile))}");
        console.MarkupLine(
            $"  {Plain.Markup(series.Kpi.Name)} as {Plain.Markup(report.Options.KpiKey)}: {Days(series.Days)} from {AuditWords.Day(series.Start)} to {AuditWords.Day(series.LastDay)}{missing}");
        var ticks = trail.Classes.Values.Sum();
        console.MarkupLine($"  Looked at on {Days(ticks)} from {AuditWords.Day(plan.First)}, at [bold]{BacktestPlan.Name(plan.Level)}[/]: {Level(plan.Level)}");
        console.WriteLine();
        var (days, spells) = (trail.Spells.Sum(spell => spell.Ticks), trail.Spells.Count);
        var ended = trail.Experiments.Where(each => each.Ended is not null).ToList();
        console.MarkupLine($"[bold]In short[/]: {Number(spells, "anomaly", "anomalies")} on {Count(days)} of {Days(ticks)}, {Number(trail.Proposed.Count, "change", "changes")} proposed, "
            + $"{Number(trail.Experiments.Count, "experiment", "experiments")}, {Number(ended.Count, "decision", "decisions")}, {Number(trail.Asked.Count, "question", "questions")} to people.");
        console.MarkupLine($"  Days by class: {string.Join(", ", trail.Classes.OrderByDescending(pair => pair.Value).Select(pair => $"{Name(pair.Key)} {Count(pair.Value)}"))}");
        var early = trail.Classes.GetValueOrDefault(Domain.Monitoring.KpiClass.InsufficientData);
        Bullets.Write(console, plan.Notes.Concat(early == 0 ? [] : [
            $"On {Days(early)} there were too few figures for a class: two weeks are compared with the four before them."])
            .Concat(trail.Experiments.Where(each => each.EndedOn > report.Series.LastDay.AddDays(1)).Select(each =>
                $"The figures end while {each.Id} is under way; it was followed to its own end, {AuditWords.Day(each.EndedOn!.Value)}.")).Select(Plain.Text));
    }

    private static string Name(Domain.Monitoring.KpiClass named) =>
        named == Domain.Monitoring.KpiClass.InsufficientData ? "too few figures" : JsonValues.Name(named).Replace('_', ' ');

    private static string Level(Autonomy level) => level switch
    {
        Autonomy.Shadow => "it says what it would do, and tells nobody",
        Autonomy.Advisory => "it suggests, and starts nothing",
        Autonomy.Semi => "it asks before everything",
        Autonomy.Full => "it does alone what policy allows",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "unknown level"),
    };

    private static void WriteProposals(IAnsiConsole console, BacktestReport report)
    {
        if (report.Trail.Proposed.Count == 0)
        {
            return;
        }

        Heading(console, "What it would have tried, best first");
        var table = new FittedTable(
            [("proposed", Justify.Left), ("times", Justify.Right), ("expects", Justify.Right), ("risk", Justify.Left), ("change", Justify.Left)], LeastForText);
        foreach (var each in report.Trail.Proposed)
        {
            table.Add([
                AuditWords.Day(each.First), Count(each.Times), Change(each.Hypothesis.ExpectedImpact), each.Hypothesis.Risk.ToString().ToLowerInvariant(),
                Plain.Markup($"{each.Hypothesis.Change} ({each.Hypothesis.Variable}). ") + Ruled(each, report.Plan.Level),
            ]);
        }

        table.Write(console);
    }

    // At full, what was answered; below it, what the same policy would answer there.
    private static string Ruled(ProposedChange proposed, Autonomy level)
    {
        var (ruling, at) = level == Autonomy.Full ? (proposed.Ruling, "") : (proposed.AtFull, "At full: ");
        return ruling switch
        {
            null => "[dim]Next in line.[/]",
            { Kind: RulingKind.Allow } => $"[green]{at}{(level == Autonomy.Full ? "Started alone" : "would start alone")}.[/]",
            { Kind: RulingKind.Ask } => $"[yellow]{at}{(at.Length == 0 ? "Asked" : "asks")} {ruling.Seat.ToString()!.ToLowerInvariant()}[/]: {Plain.Markup(ruling.Reasons[0])}",
            _ => $"[red]{at}{(at.Length == 0 ? "Refused" : "refused")}[/]: {Plain.Markup(ruling.Reasons[0])}",
        };
    }

    private static void WriteExperiments(IAnsiConsole console, BacktestReport report)
    {
        if (report.Options.Experiments.Count == 0)
        {
            return;
        }

        Heading(console, "Experiments: the guarded policy beside the stated rules, word for word");
        var table = new FittedTable(
            [("experiment", Justify.Left), ("recording", Justify.Left), ("gain", Justify.Right), ("95 % always valid", Justify.Right), ("decided", Justify.Left), ("word for word", Justify.Left)],
            LeastForDecision);
        foreach (var each in report.Trail.Experiments)
        {
            table.Add([
                Plain.Markup(each.Id), Plain.Markup(each.Recording), each.Ended is null ? "" : Change(each.Ended.Gain),
                each.Ended is { Lowest: { } low, Highest: { } high } ? $"{Change(low)} .. {Change(high)}" : "",
                each.Ended is null ? "history ended first" : each.IsCutShort ? $"undecided when the recording ended on day {each.LookDay}" : $"day {each.LookDay}: {DecisionWords.End(each.Ended.End)}",
                Plain.Markup(Literal(each)),
            ]);
        }

        table.Write(console);
        var fired = report.Trail.Experiments.SelectMany(each => each.Fired.Select(
            fired => $"{each.Id}, day {fired.Day}: {fired.Trigger.Rule} would {(fired.Trigger.Literally == DecisionKind.Revert ? "revert" : "adopt")}: {fired.Trigger.Text}"));
        Bullets.Write(console, fired.Concat(report.UnusedRecordings == 0 ? [] : [
            $"{Number(report.UnusedRecordings, "recorded experiment was", "recorded experiments were")} not needed: nothing more was started within this history."]).Select(Plain.Text));
    }

    private static string Literal(ReplayedExperiment experiment) => experiment.Other switch
    {
        null => "no look",
        { First: { } first, FirstDay: { } day } => $"day {day}: {DecisionWords.Action(first.Kind, "the variant")}",
        { } other => $"the same: {DecisionWords.Action(other.Decision.Kind, "the variant")}",
    };

    private static void WriteStandingOut(IAnsiConsole console, BacktestReport report)
    {
        if (report.StandingOut.Count == 0)
        {
            return;
        }

        var missed = report.StandingOut.Count(day => day.FlaggedOn is null);
        Heading(console, $"Single days far from usual: {report.StandingOut.Count - missed} led to an anomaly, {missed} did not");
        Bullets.Write(console, report.StandingOut.OrderByDescending(day => Math.Abs(day.Peak.Score ?? 0)).Take(MostStandingOut).OrderBy(day => day.First).Select(day =>
            $"{AuditWords.Day(day.Peak.Day)}: {Change(day.Change)} against its usual level; "
            + (day.FlaggedOn is { } on
                ? on.DayNumber - day.First.DayNumber is 1 ? "flagged the next morning" : $"flagged {Days(on.DayNumber - day.First.DayNumber)} after it began"
                : "too short to move two weeks beyond the play's limits")));
        if (report.StandingOut.Count > MostStandingOut)
        {
            console.MarkupLine($"[dim]  the {MostStandingOut} furthest of {Count(report.StandingOut.Count)}; --json has all, 'optimizer monitor' shows every day[/]");
        }
    }

    private static IEnumerable<string> Next(BacktestReport report)
    {
        if (report.Options.Folder is { } folder)
        {
            var id = report.Trail.Experiments.LastOrDefault(each => each.Last is not null)?.Last!.Id ?? (report.Trail.Spells is [.., var spell] ? spell.Anomaly : null);
            if (id is not null)
            {
                yield return $"optimizer why {id} --data {folder}";
                yield return $"optimizer replay {id} --data {folder}";
            }

            yield return $"optimizer brief {report.Play.Slug} --data {folder}";
        }
        else
        {
            yield return "Nothing was kept. Say --data DIR (a new directory) to keep the records; then 'optimizer why ID', 'replay ID' and 'brief' explain every line with --data DIR.";
        }

        if (report.Options.Experiments.Count == 0)
        {
            yield return "Give --experiments FILE.csv (date, variant, units, metric; a column 'experiment' for several) to see decisions.";
        }
    }

    private static void Part(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        Heading(console, title);
        Bullets.Write(console, lines.Select(Plain.Text));
    }

    private static void Heading(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Plain.Markup(title)}[/]");
    }

    private static string Number(int count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
