using Optimizer.Domain.Reports;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Demo;

/// <summary>What nobody knows outside a simulation: whether the decisions were right, and what was left lying.</summary>
internal static class DemoTruthPage
{
    public static void Write(IAnsiConsole console, DemoReport report)
    {
        DemoPage.Heading(console, "What the market knows");
        var adopted = report.Decisions.Where(decision => decision.IsAdopted).ToList();
        if (adopted.Count > 0)
        {
            Adoptions(console, report, adopted);
        }

        Plays(console, report);
        var harmful = adopted.Count(decision => decision.TrueGain < 0);
        var reverted = report.Decisions.Where(decision => decision.Card.End!.End == Domain.Decisions.DecisionKind.Revert).ToList();
        Bullets.Write(
            console,
            $"{Units.Many(adopted.Count, "adoption")}: {Count(adopted.Count - harmful)} truly better or the same, {Count(harmful)} truly worse; "
                + $"{Units.Many(reverted.Count, "revert")}: {Count(reverted.Count(decision => decision.TrueGain < 0))} truly worse than what was there at first",
            $"over the last four weeks the goal KPIs stand {Better(report.MeanGain)} with nothing changed, in the mean of the plays",
            $"the best setting of every variable, which only an oracle knows from the first day, would stand {Better(report.MeanPossible)} it: {Units.Share(report.MeanPossible - report.MeanGain)} are still to be found (regret)");
    }

    private static string Better(double gain) => $"{Units.Share(Math.Abs(gain))} {(gain < 0 ? "worse" : "better")} than";

    private static void Adoptions(IAnsiConsole console, DemoReport report, List<DemoDecision> adopted)
    {
        var table = new FittedTable(
            [("adopted", Justify.Left), ("measured", Justify.Right), ("booked", Justify.Right), ("true", Justify.Right), ("interval held", Justify.Left)], 13);
        foreach (var decision in DemoPage.Shown(console, report, adopted, "demo --json"))
        {
            var end = decision.Card.End!;
            table.Add([
                Plain.Markup(decision.Card.Id), Units.Change(end.Gain), Units.Change(end.Booked), Units.Change(decision.TrueGain),
                end is { Lowest: { } low, Highest: { } high } ? decision.TrueGain >= low && decision.TrueGain <= high ? "yes" : "[yellow]no[/]" : "",
            ]);
        }

        table.Write(console);
    }

    private static void Plays(IAnsiConsole console, DemoReport report)
    {
        var table = new FittedTable(
            [("play", Justify.Left), ("nothing changed", Justify.Right), ("autopilot", Justify.Right), ("gain", Justify.Right), ("oracle", Justify.Right), ("still to find", Justify.Right)], 10);
        foreach (var line in DemoPage.Shown(console, report, report.Plays, "demo --json"))
        {
            var unit = line.Play.Primary.First().Unit;
            table.Add([
                Plain.Markup(line.Play.Slug), Units.Show(line.Truth.Untouched, unit), Units.Show(line.Truth.Actual, unit),
                $"[{(line.Truth.Gain > 0 ? "green" : line.Truth.Gain < 0 ? "red" : "default")}]{Units.Change(line.Truth.Gain)}[/]",
                Units.Change(line.Truth.Possible), Units.Share(line.Truth.Regret),
            ]);
        }

        table.Write(console);
    }
}
