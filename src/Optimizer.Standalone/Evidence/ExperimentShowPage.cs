using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Evidence;

/// <summary>One experiment as a person reads it in a terminal.</summary>
internal static class ExperimentShowPage
{
    public static void Write(IAnsiConsole console, ExperimentCard card)
    {
        console.MarkupLine($"[bold]{Plain.Markup(card.Id)}[/] [dim]play {Plain.Markup(card.Play)}[/]");
        var (colour, said) = card.End is { } ended ? (DecisionColours.Of(ended.End), DecisionWords.End(ended.End)) : ("yellow", card.Start is null ? "not started" : "running");
        var detail = card.End is { } end
            ? $": gain {Change(end.Gain)}{(end is { Lowest: { } low, Highest: { } high } ? $" ({Change(low)} to {Change(high)} for sure)" : "")}, {(end.Booked is > 0 and var booked ? $"{Change(booked)} booked" : "nothing booked")}, {Count(end.Units)} units"
            : "";
        console.MarkupLine($"[bold {colour}]{said}[/]{detail}");
        if (card.Start is { } start)
        {
            var claim = start.Hypothesis;
            List(console, "Hypothesis",
            [
                claim.Change, $"why: {claim.Rationale}", $"{claim.Variable} set to {SettingWords.Of(claim.Setting.Json)}, for {claim.Segment ?? "everybody"}",
                $"expected {Change(claim.ExpectedImpact)}, risk {JsonValues.Name(claim.Risk)}, rank {claim.Rank} ({claim.Id})",
            ]);
            List(console, "Plan",
            [
                $"from {AuditWords.Moment(start.Start)} for {Days(start.ExpectedDays)}", $"success: {start.SuccessCriteria}",
                .. start.DetectableLift is { } lift ? [$"can find a lift of {Change(lift)} or more"] : Array.Empty<string>(), .. start.Warnings.Select(warning => $"warning: {warning}"),
            ]);
        }

        Looks(console, card);
        if (card.Decision is { } record)
        {
            List(console, $"Decision {record.Id}: {record.Decision.Code}", record.Decision.Reasons);
        }

        List(console, "What happened", [.. card.Records.Where(each => each.Entry.Event is not (DecisionMade or ExperimentStarted or EffectDone))
            .Select(each => $"{AuditWords.Moment(each.Entry.At)} [{each.Sequence}] {AuditWords.Of(each.Entry.Event)}")]);
        console.WriteLine();
        console.MarkupLine($"[dim]optimizer why {Plain.Markup(card.Decision?.Id ?? card.Id)} says why; --markdown gives the card to forward[/]");
    }

    private static void Looks(IAnsiConsole console, ExperimentCard card)
    {
        if (card.Looks.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var table = new FittedTable(
            [("day", Justify.Right), ("until", Justify.Left), ("variant", Justify.Left), ("units", Justify.Right), ("gain", Justify.Right), ("chance to be better", Justify.Right), ("decision", Justify.Left)], 16);
        foreach (var look in card.Looks)
        {
            foreach (var line in LookLine.Of(look))
            {
                table.Add([
                    Count(line.Day), AuditWords.Day(line.Date), Plain.Markup(line.Variant), $"{Count(line.ControlUnits)} + {Count(line.VariantUnits)}",
                    Change(line.Gain), line.Chance is { } chance ? Chance(chance) : "", $"[{DecisionColours.Of(look.Decision.Kind)}]{look.Decision.Code}[/]",
                ]);
            }
        }

        table.Write(console);
    }

    private static void List(IAnsiConsole console, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Plain.Markup(title)}[/]");
            Bullets.Write(console, lines.Select(Plain.Text));
        }
    }
}
