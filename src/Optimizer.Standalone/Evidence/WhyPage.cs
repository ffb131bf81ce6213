using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Evidence;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Evidence;

/// <summary>The answer to "why" as a person reads it in a terminal: the answer first, then its reasons, then where it came from and led to.</summary>
internal static class WhyPage
{
    private const int MostSteps = 30;

    public static void Write(IAnsiConsole console, string id, WhyReport report)
    {
        var focus = report.Explanation.Focus;
        var entry = focus.Entry;
        var about = entry.Experiment is { } experiment ? $", experiment {experiment}" : "";
        console.MarkupLine($"[bold]{Plain.Markup(id)}[/] [dim]record {focus.Sequence} of the trail, {AuditWords.Moment(entry.At)}, play {Plain.Markup(entry.Play)}{Plain.Markup(about)}, by {Plain.Markup(entry.Actor)}[/]");
        console.WriteLine();
        Headline(console, entry.Event);
        List(console, "Why", Reasons(entry.Event));
        Decision(console, report);
        List(console, "By which rule", Rules(report, entry.Event));
        Other(console, report);
        Steps(console, "What led to it", report.Explanation.Before);
        Steps(console, "What followed", report.Explanation.After);
        if (entry.Event is DecisionMade or RulingGiven or AnomalyFound or ExperimentEnded)
        {
            console.WriteLine();
            console.MarkupLine($"[dim]optimizer replay {Plain.Markup(id)} recomputes it from what was stored with it[/]");
        }
    }

    private static void Headline(IAnsiConsole console, AuditEvent happened)
    {
        var (said, colour, text) = happened switch
        {
            DecisionMade { Record.Decision: var decision } => (decision.Code, DecisionColours.Of(decision.Kind), DecisionWords.Action(decision.Kind, decision.Variant)),
            ExperimentEnded ended => (DecisionWords.End(ended.End), DecisionColours.Of(ended.End), $"gain {Change(ended.Gain)}{(ended.Booked is > 0 and var booked ? $", {Change(booked)} booked" : ", nothing booked")}, {Count(ended.Units)} units"),
            RulingGiven ruling => (ruling.Answer.Kind.ToString().ToUpperInvariant(), RulingColour(ruling.Answer.Kind), $"policy was asked to {AuditWords.Action(ruling)}: {AuditWords.Answer(ruling)}"),
            AnomalyFound anomaly => (JsonValues.Name(anomaly.Class), "yellow", $"{anomaly.Kpi} changed by {Change(anomaly.Change)}"),
            _ => (AuditKinds.Of(happened), "default", AuditWords.Of(happened)),
        };
        console.MarkupLine($"[bold {colour}]{Plain.Markup(said)}[/]: {Plain.Markup(text)}");
    }

    private static IReadOnlyList<string> Reasons(AuditEvent happened) => happened switch
    {
        DecisionMade made => made.Record.Decision.Reasons,
        ExperimentEnded ended => ended.Reasons,
        RulingGiven ruling => ruling.Answer.Reasons,
        AnomalyFound anomaly => anomaly.Reasons,
        ApprovalAsked asked => asked.Request.Reasons,
        AutonomyChanged changed => changed.Reasons,
        HypothesesProposed proposed => [.. proposed.Hypotheses.Select(claim => $"{claim.Rank}. {claim.Change}: {claim.Rationale} (expected {Change(claim.ExpectedImpact)}, risk {JsonValues.Name(claim.Risk)})")],
        ExperimentStarted started => [started.Hypothesis.Rationale, started.SuccessCriteria, .. started.Warnings],
        _ => [],
    };

    private static void Decision(IAnsiConsole console, WhyReport report)
    {
        if (report.Decision is not { } record)
        {
            return;
        }

        console.WriteLine();
        var table = new FittedTable(
            [("variant", Justify.Left), ("units", Justify.Right), ("control", Justify.Right), ("variant mean", Justify.Right), ("gain", Justify.Right), ("chance to be better", Justify.Right)], 6);
        foreach (var line in LookLine.Of(record))
        {
            table.Add([
                Plain.Markup(line.Variant), $"{Count(line.ControlUnits)} + {Count(line.VariantUnits)}", Mean(record, line.ControlMean), Mean(record, line.VariantMean),
                Change(line.Gain), line.Chance is { } chance ? Chance(chance) : "not known",
            ]);
        }

        table.Write(console);
    }

    private static IReadOnlyList<string> Rules(WhyReport report, AuditEvent happened)
    {
        if (happened is RulingGiven ruling)
        {
            var again = ruling.Answer.RetryAt is { } at ? $"; the same would pass from {AuditWords.Moment(at)} on" : "";
            return [$"policy {ruling.Policy}, autonomy {JsonValues.Name(ruling.Autonomy)}: rule {ruling.Answer.Code}{again}"];
        }

        if (report.Decision is not { } record)
        {
            return [];
        }

        var rules = record.Rules;
        return
        [
            $"policy {record.Policy}, complete days seen: {Count(record.Evidence.Days.Count)}",
            $"proven from {Count(rules.ProvenOdds)} to 1, harm from {Count(rules.HarmOdds)} to 1, never before {Days(rules.MinimumDays)} and {Count(rules.MinimumUnits)} units a group; planned end {Days(rules.EndDay)}",
            $"no other metric may get worse by more than {Limit(record.MaxSecondaryDegradation)}",
        ];
    }

    private static void Other(IAnsiConsole console, WhyReport report)
    {
        if (report is not { Decision: { } record, Other: { } other })
        {
            return;
        }

        var name = other.Mode == RuleMode.Literal ? "Taken word for word (literal)" : "Under guarded rules";
        var same = other.Decision.Kind == record.Decision.Kind && other.Decision.Variant == record.Decision.Variant ? "the same, " : "";
        var lines = new List<string> { $"{same}{other.Decision.Code}: {DecisionWords.Action(other.Decision.Kind, other.Decision.Variant)}" };
        if (other is { FirstDay: { } day, First: { } first } && day < record.Evidence.Days.Count)
        {
            lines.Insert(0, $"it would have ended on day {Count(day)} with {first.Code}: {DecisionWords.Action(first.Kind, first.Variant)}");
            lines[1] = $"on the evidence of today: {lines[1]}";
        }

        List(console, name, lines.Concat(record.Decision.Literally.Select(line => $"stated rule that fired: {line}")).ToList());
    }

    private static void Steps(IAnsiConsole console, string title, IReadOnlyList<AuditRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        var shown = records.Count > MostSteps ? [.. records.Take(MostSteps / 2), .. records.TakeLast(MostSteps / 2)] : records;
        List(console, title, [.. shown.Select(record => $"{AuditWords.Moment(record.Entry.At)} [{record.Sequence}] {AuditWords.Of(record.Entry.Event)}")]);
        if (shown.Count < records.Count)
        {
            console.MarkupLine($"  [dim]{records.Count - shown.Count:#,0} in between are left out: --json[/]");
        }
    }

    private static void List(IAnsiConsole console, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{title}[/]");
            Bullets.Write(console, lines.Select(Plain.Text));
        }
    }

    private static string Mean(DecisionRecord record, double? mean) =>
        mean is not { } known ? "not known" : record.Evidence.IsConversion ? Percent(known) : Amount(known);

    private static string RulingColour(RulingKind kind) => kind switch
    {
        RulingKind.Allow => "green",
        RulingKind.Ask => "yellow",
        RulingKind.Deny => "red",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of ruling"),
    };
}
