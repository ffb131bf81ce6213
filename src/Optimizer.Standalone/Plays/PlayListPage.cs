using System.Globalization;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Plays;

/// <summary>Plays as a person reads them in a terminal, one a row.</summary>
internal static class PlayListPage
{
    private const int LeastForFile = 16;

    public static void Write(IAnsiConsole console, IReadOnlyList<FoundPlay> plays)
    {
        var table = new FittedTable(
            [("play", Justify.Left), ("goal", Justify.Left), ("", Justify.Left), ("variables", Justify.Right), ("can be optimised", Justify.Left), ("from", Justify.Left)],
            LeastForFile);
        foreach (var found in plays)
        {
            var play = found.Document.Play;
            var goal = play.Primary.First();
            table.Add([
                Plain.Markup(play.Slug),
                Plain.Markup(goal.Key),
                Plain.Markup(PlayText.Goal(goal)),
                string.Create(CultureInfo.InvariantCulture, $"{play.Variables.Count(variable => variable.Autonomous)} of {play.Variables.Count} alone"),
                State(play),
                Plain.Markup(found.InForceSince is null ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(found.File)}:{found.Document.Line}") : found.File),
            ]);
        }

        table.Write(console);
    }

    private static string State(Play play) =>
        !play.Primary.Any(kpi => kpi.Measure.IsTracked) ? "[yellow]no: goal not tracked[/]"
        : !PlayGaps.CanExperiment(play) ? "[yellow]no: nothing to change[/]"
        : "[green]yes[/]";
}
