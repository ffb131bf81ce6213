using System.Globalization;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Plays;

/// <summary>One play as a page: what it is for, what it may do, and what is missing before it can be optimised.</summary>
internal static class PlayPage
{
    private const int LeastForLast = 24;
    private const int LongestSetting = 60;

    public static void Write(IAnsiConsole console, FoundPlay found)
    {
        var play = found.Document.Play;
        console.MarkupLine($"[bold]{Plain.Markup(play.Name)}[/]  {Plain.Markup(play.Slug)}");
        console.MarkupLine(Plain.Markup(string.Join(", ", new[] { play.Stage, play.Motion }.OfType<string>().Append(string.Join(" and ", play.Channels)))));
        console.MarkupLine($"[dim]{Plain.Markup(Origin(found))}[/]");
        Heading(console, "KPIs");
        Kpis(play).Write(console);
        Heading(console, "What it may change");
        if (play.Variables.Count > 0)
        {
            Variables(play).Write(console);
        }

        Section(console, "How it watches", Watching(play));
        Section(console, "How it tries", Trying(play));
        Section(console, "Asks a person for", play.Approvals.Select(PlayText.Approval));
        Section(console, "Guardrails", play.Guardrails.Select(PlayText.Rule).Concat(play.Experiment.RevertWhen.Select(PlayText.Rule)));
        var gaps = PlayGaps.Of(play);
        Section(console, "Missing before it can be optimised", gaps.Count > 0 ? gaps : ["nothing in the definition"]);
        if (PlayGaps.CoreEvents(play) is { Count: > 0 } events)
        {
            Section(console, "Must arrive", [$"{string.Join(", ", events)}: each at least once in the last 7 days, or nothing is tried"]);
        }
    }

    private static string Origin(FoundPlay found) => found.InForceSince is { } since
        ? string.Create(CultureInfo.InvariantCulture, $"in force since {since:yyyy-MM-dd HH:mm'Z'} as {found.Hash}, from {found.File}")
        : string.Create(CultureInfo.InvariantCulture, $"{found.File}:{found.Document.Line}");

    private static FittedTable Kpis(Play play)
    {
        var table = new FittedTable(
            [("KPI", Justify.Left), ("role", Justify.Left), ("goal", Justify.Left), ("tracked", Justify.Left), ("measured as", Justify.Left)], LeastForLast);
        foreach (var kpi in play.Kpis)
        {
            table.Add([
                Plain.Markup(kpi.Key),
                JsonValues.Name(kpi.Role),
                Plain.Markup(PlayText.Goal(kpi)),
                kpi.Measure.IsTracked ? "[green]yes[/]" : "[yellow]no[/]",
                Plain.Markup(PlayText.Measured(kpi.Measure)),
            ]);
        }

        return table;
    }

    private static FittedTable Variables(Play play)
    {
        var table = new FittedTable(
            [("variable", Justify.Left), ("through", Justify.Left), ("who decides", Justify.Left), ("now", Justify.Left)], LeastForLast);
        foreach (var variable in play.Variables)
        {
            table.Add([
                Plain.Markup(variable.Key),
                Plain.Markup(variable.Actuator ?? "nobody"),
                variable.Actuator is null ? "[yellow]nothing can change it[/]" : variable.Autonomous ? "[green]the loop, within policy[/]" : "a person approves",
                Plain.Markup(Plain.Cut(variable.Current ?? "as the channel says", LongestSetting)),
            ]);
        }

        return table;
    }

    private static IEnumerable<string> Watching(Play play)
    {
        var monitor = play.Monitor;
        yield return $"{Named(monitor.Cadence)} at {monitor.At.ToString("HH:mm", CultureInfo.InvariantCulture)} {monitor.TimeZone}: the last {PlayText.Length(monitor.Recent)} against {PlayText.Length(monitor.Baseline)} before";
        yield return $"normal within {PlayText.Percent(monitor.Bands.Normal)}; a drop is more than {PlayText.Percent(monitor.Bands.Drop)} on the bad side, a spike more than {PlayText.Percent(monitor.Bands.Spike)} on the good one, a plateau within {PlayText.Percent(monitor.Bands.Plateau)} for {PlayText.Length(monitor.PlateauFor)}";
        yield return monitor.TriggerOn.Count > 0 ? $"acts on {string.Join(", ", monitor.TriggerOn.Select(each => JsonValues.Name(each)))}" : "acts on nothing by itself";
        yield return $"reports {Named(play.Report.Cadence)}, on {play.Report.Day}s{(play.Report.To.Count > 0 ? $", to {string.Join(" and ", play.Report.To)}" : "")}";
    }

    private static IEnumerable<string> Trying(Play play)
    {
        var plan = play.Experiment;
        yield return $"{PlayText.Words(JsonValues.Name(plan.Assignment))} by {plan.Unit}, at least {PlayText.Length(plan.MinDuration)} and {Domain.Words.Count(plan.MinSamplesPerVariant)} units a variant{(plan.MaxDuration is { } most ? $", at most {PlayText.Length(most)}" : "")}";
        yield return $"adopts from {PlayText.Number(plan.MinLift)} {(plan.LiftUnit == "pp" ? "points" : "%")} gain at {PlayText.Percent(plan.MinConfidence)} confidence, if no other KPI is harmed by more than {PlayText.Number(plan.MaxSecondaryDegradationPercent)} %";
        yield return $"at most {string.Join(" and ", play.Limits.MaxActive.Select(limit => $"{limit.Max} at once per {PlayText.Words(limit.Scope)}"))}; {string.Join(", ", play.Limits.MaxPer.Select(limit => $"{limit.Max} a {JsonValues.Name(limit.Period)} per {PlayText.Words(limit.Scope)}"))}; {PlayText.Length(play.Limits.Cooldown)} before a variable is tried again after a revert; pauses after {play.Limits.FailuresBeforePause} failures in a row";
        yield return $"optimised once {play.Convergence.Consecutive} in a row gain less than {PlayText.Number(play.Convergence.MaxLiftPercent)} %; then a look every {PlayText.Every(play.Convergence.MonitorEvery)}";
    }

    private static string Named<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(" and ", values.Select(value => PlayText.Words(JsonValues.Name(value))));

    private static void Section(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        var safe = lines.Select(Plain.Text).ToList();
        if (safe.Count > 0)
        {
            Heading(console, title);
            Bullets.Write(console, safe);
        }
    }

    private static void Heading(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
    }
}
