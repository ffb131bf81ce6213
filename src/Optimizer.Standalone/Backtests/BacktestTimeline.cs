using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Evidence;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Backtests;

/// <summary>What happened, in order of time, newest at the end.</summary>
internal static class BacktestTimeline
{
    // More than a screenful is a document: --json has all of it.
    private const int MostRows = 40;
    private const int LeastForText = 40;

    public static void Write(IAnsiConsole console, BacktestReport report)
    {
        var rows = Rows(report).OrderBy(row => row.Day).ToList();
        console.MarkupLine("[bold]Day by day[/]");
        if (rows.Count == 0)
        {
            console.MarkupLine("  Nothing: the KPI stayed within its usual range all the time.");
            return;
        }

        if (rows.Count > MostRows)
        {
            console.MarkupLine($"[dim]  the last {MostRows} of {Count(rows.Count)} lines; --json has all[/]");
        }

        // An id is for why and replay, which need the records.
        var hasIds = report.Options.Folder is not null;
        var table = new FittedTable(
            [("day", Justify.Left), ("what", Justify.Left), .. hasIds ? [("id", Justify.Left)] : Array.Empty<(string, Justify)>(), ("", Justify.Left)], LeastForText);
        foreach (var row in rows.TakeLast(MostRows))
        {
            table.Add([AuditWords.Day(row.Day), row.What, .. hasIds ? [Plain.Markup(row.Id)] : Array.Empty<string>(), Plain.Markup(row.Text)]);
        }

        table.Write(console);
    }

    private static IEnumerable<(DateOnly Day, string What, string Id, string Text)> Rows(BacktestReport report) =>
    [
        .. report.Trail.Spells.Select(spell => (spell.First, Class(report, spell), spell.Anomaly, Spell(spell))),
        .. report.Trail.Experiments.Select(each => (each.First, "starts", each.Id, Start(each))),
        .. report.Trail.Asked.Select(asked => (DateOnly.FromDateTime(asked.Request.AskedAt.UtcDateTime), "[yellow]asks[/]", asked.Request.Id, Question(asked))),
        .. report.Trail.Experiments.Where(each => each.Ended is not null).Select(each => (
            each.EndedOn!.Value, $"[{DecisionColours.Of(each.Ended!.End)}]decides[/]", each.Last?.Id ?? each.Id, End(each))),
        .. report.Trail.Others.Select(other => (other.Day, "", "", other.Text)),
    ];

    private static string Class(BacktestReport report, FlaggedSpell spell)
    {
        var colour = spell.Class == KpiClass.Plateau ? "yellow"
            : report.Series.Kpi.Judge(spell.Change ?? 0) == Domain.Kpis.KpiMovement.Bad ? "red" : "green";
        return $"[{colour}]{JsonValues.Name(spell.Class).Replace('_', ' ')}[/]";
    }

    private static string Spell(FlaggedSpell spell)
    {
        var strongest = spell.Strongest != spell.Change && spell.Ticks > 1 ? $", at most {Change(spell.Strongest)}" : "";
        var lasted = spell.Ticks == 1 ? "for 1 day" : $"for {Days(spell.Ticks)}, until {AuditWords.Day(spell.Last)}";
        var diagnosed = spell.Diagnoses switch { 0 => "not diagnosed", 1 => "diagnosed once", var times => $"diagnosed {times} times" };
        return $"{(spell.Class == KpiClass.Plateau ? "flat: " : "")}2 weeks against 4 {Change(spell.Change)}{strongest}; {lasted}; {diagnosed}";
    }

    private static string Start(ReplayedExperiment experiment) =>
        $"{experiment.Card.Hypothesis.Change.TrimEnd('.')}, played by the recording '{experiment.Recording}' ({Days(experiment.RecordedDays)})";

    private static string End(ReplayedExperiment experiment)
    {
        var ended = experiment.Ended!;
        if (experiment.IsCutShort)
        {
            return $"nothing: the recording ends after {Days(experiment.RecordedDays)} without a decision, and control is restored";
        }

        var numbers = ended.Gain is null ? "" : $", {Change(ended.Gain)} on {Count(ended.Units)} units";
        return $"{DecisionWords.End(ended.End)} after {Days(experiment.LookDay)}{numbers}. {First(ended.Reasons)}";
    }

    private static string Question(AskedPerson asked) =>
        $"{asked.Request.Seat.ToString().ToLowerInvariant()}: {asked.Request.Title.TrimEnd('.')}. {First(asked.Request.Reasons)} ({Answer(asked.State)})";

    private static string First(IReadOnlyList<string> reasons) => reasons.Count == 0 ? "" : reasons[0];

    private static string Answer(ApprovalState state) =>
        state == ApprovalState.Approved ? "yes assumed" : state.ToString().ToLowerInvariant();
}
