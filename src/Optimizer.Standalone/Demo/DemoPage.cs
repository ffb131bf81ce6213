using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Reports;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Evidence;
using Optimizer.Standalone.Reports;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Demo;

/// <summary>The end of the demo as a person reads it in a terminal.</summary>
internal static class DemoPage
{
    private const int MostRejected = 4;

    // Of more plays than that, tables show so many rows.
    private const int Many = 50;
    private const int MostOfMany = 30;

    /// <param name="console">Where to.</param>
    /// <param name="report">What.</param>
    /// <param name="data">What to add to a command so that it looks at these records; empty for the default directory.</param>
    public static void Write(IAnsiConsole console, DemoReport report, string data)
    {
        Heading(console, $"Decisions of {report.Options.Weeks:#,0} weeks");
        Decisions(console, report);
        Heading(console, "Play by play");
        Plays(console, report);
        People(console, report);
        DemoTruthPage.Write(console, report);
        if (report.Brief is { } brief)
        {
            Heading(console, $"The brief of week {brief.Week}");
            MarkdownPage.Write(console, brief.Markdown);
        }

        Next(console, report, data);
    }

    public static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Plain.Markup(text)}[/]");
    }

    /// <summary>What a table shows of its lines, with a word on the others.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="report">How many plays there are.</param>
    /// <param name="lines">All.</param>
    /// <param name="command">What shows all of them.</param>
    public static IEnumerable<T> Shown<T>(IAnsiConsole console, DemoReport report, IReadOnlyList<T> lines, string command)
    {
        if (report.Plays.Count <= Many || lines.Count <= MostOfMany)
        {
            return lines;
        }

        console.MarkupLine($"[dim]the last {MostOfMany} of {Count(lines.Count)}; 'optimizer {command}' has them all[/]");
        return lines.TakeLast(MostOfMany);
    }

    private static void Decisions(IAnsiConsole console, DemoReport report)
    {
        if (report.Decisions.Count == 0)
        {
            console.WriteLine("No experiment has ended yet: give it more weeks.");
            return;
        }

        var table = new FittedTable(
            [("ended", Justify.Left), ("experiment", Justify.Left), ("how", Justify.Left), ("gain", Justify.Right), ("sure to be within", Justify.Left), ("approved by", Justify.Left), ("change", Justify.Left)], 20);
        foreach (var decision in Shown(console, report, report.Decisions, "experiments list"))
        {
            var (card, end) = (decision.Card, decision.Card.End!);
            table.Add([
                card.EndedAt is { } at ? at.UtcDateTime.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "",
                Plain.Markup(card.Id),
                $"[{DecisionColours.Of(end.End)}]{Short(decision)}[/]",
                end.Gain is { } gain ? Units.Change(gain) : "none",
                end is { Lowest: { } low, Highest: { } high } ? Units.Range(low, high) : "",
                Approval(decision),
                Plain.Markup((card.Start?.Hypothesis.Change ?? "").TrimEnd('.')),
            ]);
        }

        table.Write(console);
    }

    private static void Plays(IAnsiConsole console, DemoReport report)
    {
        var table = new FittedTable(
            [("play", Justify.Left), ("goal", Justify.Left), ("then", Justify.Right), ("now", Justify.Right), ("status", Justify.Left), ("adopted", Justify.Right), ("reverted", Justify.Right), ("not adopted", Justify.Right), ("autonomy", Justify.Left)], 12);
        foreach (var line in Shown(console, report, report.Plays, "plays list"))
        {
            var goal = line.Play.Primary.First();
            table.Add([
                Plain.Markup(line.Play.Slug), Plain.Markup(Units.Spoken(goal.Key)), Units.Show(line.Before, goal.Unit), Units.Show(line.After, goal.Unit),
                JsonValues.Name(line.View.Status), Count(line.Adopted), Count(line.Reverted), Count(line.NotAdopted), Plain.Markup(line.Autonomies.Count == 1 ? line.Autonomies[0] : $"{line.Autonomies[^1]}, from {line.Autonomies[0]}"),
            ]);
        }

        table.Write(console);
        console.MarkupLine("[dim]then: mean of the four weeks before the start; now: of the last four; as measured, seasons and shocks of the market included[/]");
    }

    private static void People(IAnsiConsole console, DemoReport report)
    {
        var asked = report.Questions;
        if (asked.Asked == 0)
        {
            return;
        }

        Heading(console, "What people were asked");
        var lines = new List<string>
        {
            $"{Units.Many(asked.Asked, "question")}: {Count(asked.Approved)} approved, {Count(asked.Rejected.Count)} rejected, {Count(asked.Unanswered)} not answered in time",
        };
        lines.AddRange(asked.Rejected.OrderBy(no => no.Request.Action == ActionKind.RaiseAutonomy).Take(MostRejected).Select(no =>
            Plain.Text($"{Person(no.End.By)} said no to \"{no.Request.Title.TrimEnd('.')}\"{(no.End.Comment is { Length: > 0 } why ? $": {why}" : "")}")));
        Bullets.Write(console, lines);
    }

    private static void Next(IAnsiConsole console, DemoReport report, string data)
    {
        Heading(console, "What to type next");
        var told = report.Decisions.LastOrDefault(decision => decision.Card.End!.End == DecisionKind.AdoptProven) ?? (report.Decisions.Count > 0 ? report.Decisions[^1] : null);
        var play = told?.Play ?? report.Plays[0].Play.Slug;
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0) }).AddColumn();
        if (told is not null)
        {
            Add("why", told.Card.End!.Decision.Length > 0 ? told.Card.End.Decision : told.Card.Id, "why it was decided so, with the numbers");
            Add("replay", told.Card.End.Decision.Length > 0 ? told.Card.End.Decision : told.Card.Id, "the same decision, recomputed from what was stored with it");
            Add("experiments show", told.Card.Id, "one experiment from hypothesis to end");
        }

        Add("brief", play, "the week's page of one play");
        Add("policy explain --play", play, "what it may do alone, and which line says so");
        Add("audit verify", "", "that no record was changed since");
        console.Write(grid);

        void Add(string command, string id, string does) =>
            grid.AddRow(Plain.Markup(string.Join(' ', new[] { "optimizer", command, id, data }.Where(part => part.Length > 0))), $"[dim]{does}[/]");
    }

    private static string Short(DemoDecision decision) => decision.Card.End!.End switch
    {
        DecisionKind.AdoptProven => "adopted",
        DecisionKind.AdoptProvisional => "adopted, unproven",
        DecisionKind.AdoptStated => "adopted as stated",
        DecisionKind.Iterate => decision.RejectedBy.Count > 0 ? "turned down" : "not adopted",
        var kind => DecisionWords.End(kind),
    };

    private static string Approval(DemoDecision decision) => (decision.ApprovedBy, decision.RejectedBy) switch
    {
        ({ Count: 0 }, { Count: 0 }) => "[dim]policy[/]",
        (_, { Count: > 0 } no) => $"[red]no: {Plain.Markup(string.Join(", ", no.Select(Person)))}[/]",
        var (yes, _) => Plain.Markup(string.Join(", ", yes.Select(Person))),
    };

    private static string Person(string principal) => principal.Split('@')[0];
}
