using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Evidence;

/// <summary>Experiments as a person reads them in a terminal.</summary>
internal static class ExperimentListPage
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ExperimentCard> cards, string? play)
    {
        if (cards.Count == 0)
        {
            console.MarkupLine($"No experiment has begun{(play is null ? "" : $" on {Plain.Markup(play)}")} yet.");
            return;
        }

        var table = new FittedTable(
            [("experiment", Justify.Left), ("started", Justify.Left), ("ended", Justify.Left), ("how", Justify.Left), ("gain", Justify.Right), ("booked", Justify.Right), ("change", Justify.Left)], 30);
        foreach (var card in cards)
        {
            table.Add([
                Plain.Markup(card.Id),
                card.Start is { } start ? Day(start.Start) : "",
                card.EndedAt is { } ended ? Day(ended) : "",
                card.End is { } end ? $"[{DecisionColours.Of(end.End)}]{DecisionWords.End(end.End)}[/]" : "[yellow]running[/]",
                card.End is null ? "" : Change(card.End.Gain),
                card.End?.Booked is > 0 and var booked ? Change(booked) : "",
                Plain.Markup(card.Start?.Hypothesis.Change ?? ""),
            ]);
        }

        table.Write(console);
        console.MarkupLine($"[dim]{cards.Count:#,0} experiments, {cards.Count(card => card.End is null):#,0} running; 'optimizer experiments show ID' shows one[/]");
    }

    private static string Day(DateTimeOffset at) => AuditWords.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
