using System.Globalization;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Standalone.Commands;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Evaluations;

/// <summary>An evaluation as a person reads it in a terminal: the table, the health, the decision and why.</summary>
internal static class EvaluationPage
{
    public static void Write(IAnsiConsole console, EvaluationReport report)
    {
        var (evaluation, recording) = (report.Evaluation, report.Recording);
        var length = recording.Dated ? $", {evaluation.Days} days" : "";
        console.MarkupLineInterpolated(
            $"[bold]{report.Columns.Metric}[/] ({report.Kind.ToString().ToLowerInvariant()}) in {string.Join(", ", report.Files.Select(Path.GetFileName))}: {Count(recording.Rows)} rows{length}");
        console.WriteLine();
        Table(report).Write(console);
        console.WriteLine();
        WriteFacts(console, report);
        console.WriteLine();
        WriteDecision(console, evaluation);
        WriteList(console, "Notes", recording.Notes);
    }

    private static FittedTable Table(EvaluationReport report)
    {
        var evaluation = report.Evaluation;
        string[] titles =
        [
            "variant", "units", report.Kind == MetricKind.Proportion ? "rate" : "mean", "lift", "90 % interval", "chance to win",
            "evidence: better", "worse", "lift to book",
        ];
        var table = new FittedTable(
            [.. titles.Select((title, column) => (title, column == 0 ? Justify.Left : Justify.Right))], titles[^1].Length);
        Add([evaluation.Control, Count(evaluation.ControlUnits), Mean(report, evaluation.ControlMean), "control"]);
        foreach (var variant in evaluation.Variants)
        {
            var look = variant.Look;
            Add([
                variant.Name, Count(look.VariantUnits), Mean(report, look.VariantMean), Change(look.Lift),
                variant.LiftInterval is { } interval ? $"{Change(interval.Lower)} to {Change(interval.Upper)}" : "not defined",
                Chance(look.ChanceToWin), Odds(look.LogBetter), Odds(look.LogWorse),
                variant.Shrunk is { } shrunk ? Change(Statistics.Sequential.LogRatio.Lifted(shrunk.Mean)) : "not defined",
            ]);
        }

        return table;

        void Add(IReadOnlyList<string> texts) =>
            table.Add([.. texts.Concat(Enumerable.Repeat("", titles.Length - texts.Count)).Select(Markup.Escape)]);
    }

    private static void WriteFacts(IAnsiConsole console, EvaluationReport report)
    {
        var health = report.Evaluation.Health;
        var total = report.Units.Sum();
        var split = string.Join(" : ", report.Units.Select(units => Percent(total == 0 ? 0 : (double)units / total)));
        var wanted = string.Join(" : ", report.Weights.Select(Percent));
        var limit = new DecisionRules().MismatchOdds;
        var verdict = health.LogSampleRatio >= Math.Log(limit) ? "MISMATCH" : "fits";
        Fact("Sample ratio", $"{split} against {wanted}: {verdict} (evidence of a mismatch {Odds(health.LogSampleRatio)}, alarm at 1 in {Count(limit)}; chi-squared p {PValue(report.SplitPValue)})");
        foreach (var variant in report.Evaluation.Variants)
        {
            Fact(variant.Name, string.Join("; ", Facts(report, variant)));
        }

        void Fact(string name, string text) => console.MarkupLineInterpolated($"[bold]{name}[/]: {text}");
    }

    private static IEnumerable<string> Facts(EvaluationReport report, VariantDetail variant)
    {
        var look = variant.Look;
        if (variant.Difference is { } difference)
        {
            yield return $"difference {Difference(report, look.VariantMean - look.ControlMean)}, p {PValue(difference.PValue())} at one planned look";
        }

        if (variant is { LossOfVariant: { } adopt, LossOfControl: { } keep })
        {
            yield return $"expected loss of adopting {Difference(report, adopt)}, of keeping {report.Evaluation.Control} {Difference(report, keep)}";
        }

        if (report.Evaluation.Decision.Kind == DecisionKind.AdoptProven)
        {
            yield break;
        }

        yield return variant.DetectableLift is > 0 and var once
            ? $"this sample finds {Change(once)} in 80 % of cases"
                + (variant.DetectableLiftDaily is { } daily ? $", {Change(daily)} when looked at daily" : "")
                + (once > 0.5 ? ": too small for most changes" : "")
            : "this sample is too small to find a lift of any size";
    }

    private static void WriteDecision(IAnsiConsole console, Evaluation evaluation)
    {
        var decision = evaluation.Decision;
        var colour = decision.Kind switch
        {
            DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated => "green",
            DecisionKind.Revert or DecisionKind.Halt => "red",
            _ => "yellow",
        };
        console.MarkupLine($"[bold {colour}]{decision.Code}[/]: {Markup.Escape(Headline(decision, evaluation.Control))}");
        Bullets.Write(console, decision.Reasons);

        if (evaluation.First is { } first && evaluation.FirstDay is { } day)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]Looked at daily[/], it would have ended on day {day} with {first.Code}: {Headline(first, evaluation.Control)}");
            Bullets.Write(console, first.Reasons[0]);
        }

        WriteList(console, "Stated rules that fired, and what they would do word for word", decision.Literally);
    }

    private static string Headline(Decision decision, string control) => decision.Kind switch
    {
        DecisionKind.AdoptProven => $"make {decision.Variant} the new control",
        DecisionKind.AdoptStated => $"make {decision.Variant} the new control, unproven",
        DecisionKind.AdoptProvisional => $"send 90 % of traffic to {decision.Variant}, hold back 10 %",
        DecisionKind.Iterate => $"keep {control}, try the next idea",
        DecisionKind.Revert => $"take {decision.Variant ?? "every variant"} out, restore {control}",
        DecisionKind.Extend => "keep running",
        DecisionKind.Halt => "the experiment is broken, its numbers do not count",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "unknown kind of decision"),
    };

    private static void WriteList(IAnsiConsole console, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        Bullets.Write(console, lines);
    }

    private static string Mean(EvaluationReport report, double mean) => report.Kind == MetricKind.Proportion
        ? Percent(mean)
        : mean.ToString(Math.Abs(mean) is 0 or (>= 1e-4 and < 1e15) ? "#,0.####" : "0.####e+0", CultureInfo.InvariantCulture);

    private static string Difference(EvaluationReport report, double difference) => report.Kind == MetricKind.Proportion
        ? $"{Math.Abs(difference) switch { > 0 and < 1e-6 => "under 0.0001", var size => (Math.Sign(difference) * size * 100).ToString("0.####", CultureInfo.InvariantCulture) }} points"
        : Math.Abs(difference) is > 0 and < 1e-4 ? "under 0.0001" : Mean(report, difference);

    private static string PValue(double p) => p switch
    {
        0 => "below 1e-300",
        < 0.0001 => p.ToString("0.0e+0", CultureInfo.InvariantCulture),
        _ => p.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
