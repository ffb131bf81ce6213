using System.Globalization;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Policies;

/// <summary>What a changed policy would have answered, beside what was answered.</summary>
internal static class SimulatePage
{
    // The whole list is in --json.
    private const int MostRows = 50;
    private const int LeastForWhy = 40;

    public static void Write(IAnsiConsole console, PolicyBook book, IReadOnlyList<SimulatedRuling> simulated)
    {
        var changed = simulated.Where(each => each.IsChanged).ToList();
        console.MarkupLine(
            $"policy {Plain.Markup(book.Version)} on {Count(simulated.Count, "recorded ruling")}: {(changed.Count == 0 ? "[green]every answer is the same[/]" : $"[bold]{Count(changed.Count, "answer")} would have been another[/]")}");
        if (changed.Count == 0)
        {
            return;
        }

        foreach (var move in changed.GroupBy(each => (Was: each.Was.Kind, Now: each.Now.Kind)).OrderBy(group => group.Key))
        {
            console.MarkupLine($"  {Count(move.Count(), "time")} {Colour(move.Key.Now)}{(move.Key.Was == move.Key.Now ? " of another seat" : $" instead of {Said(move.Key.Was)}")}");
        }

        console.WriteLine();
        var table = new FittedTable(
            [("when", Justify.Left), ("play", Justify.Left), ("action", Justify.Left), ("was", Justify.Left), ("would be", Justify.Left), ("why", Justify.Left)], LeastForWhy);
        foreach (var each in changed.Take(MostRows))
        {
            table.Add([
                each.Action.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
                Plain.Markup(each.Action.Play),
                JsonValues.Name(each.Action.Kind),
                Answer(each.Was),
                Answer(each.Now),
                Plain.Markup(each.Now.Kind == RulingKind.Allow ? $"no longer: {string.Join("; ", each.Was.Reasons)}" : each.Now.Reasons[0]),
            ]);
        }

        table.Write(console);
        if (changed.Count > MostRows)
        {
            console.WriteLine($"{changed.Count - MostRows} more; --json has them all.");
        }
    }

    private static string Answer(Ruling ruling) =>
        $"{Colour(ruling.Kind)}{(ruling.Seat is { } seat ? $" {JsonValues.Name(seat)}" : "")}{(ruling.Kind == RulingKind.Allow ? "" : $" [dim]{Plain.Markup(ruling.Code)}[/]")}";

    private static string Colour(RulingKind kind) => kind switch
    {
        RulingKind.Allow => "[green]allowed[/]",
        RulingKind.Ask => "[yellow]asked[/]",
        RulingKind.Deny => "[red]denied[/]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown answer"),
    };

    private static string Said(RulingKind kind) => Markup.Remove(Colour(kind));

    private static string Count(int count, string what) => $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
