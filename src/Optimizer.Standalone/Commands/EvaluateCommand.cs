using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Decisions;
using Optimizer.Standalone.Evaluations;

namespace Optimizer.Standalone.Commands;

/// <summary><c>evaluate FILE</c>: one recorded experiment, judged.</summary>
internal static class EvaluateCommand
{
    // Stored size from which reading takes long enough to be watched.
    private const long LongBytes = 4 << 20;
    private const int LongestDays = 3650;

    // Thirds are written as 0.333.
    private const double WeightSlack = 1.5e-3;

    public static Command Build(Terminal terminal, Option<bool> json)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "CSV or CSV.gz: a row per unit, totals per day and variant, or count, mean and variance. Several files with --arm @file.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(result =>
        {
            // Any word may be a file, so a mistyped option would pass for one.
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token.Value)) is { } word)
            {
                result.AddError($"'{word.Value}' is neither an option nor a file.");
            }
        });
        var variant = new Option<string>("--arm") { Description = "Column that names the variant; @file for one file per variant.", Required = true, HelpName = "COL" };
        var control = new Option<string>("--control") { Description = "Name of the control.", Required = true, HelpName = "NAME" };
        var metric = new Option<string>("--metric") { Description = "Column of the metric; A/B for successes over units, or a ratio.", Required = true, HelpName = "COL" };
        var kind = Choice.Option<MetricKind>("--kind");
        kind.Description = "proportion, mean or ratio; told from the values when left out.";
        kind.HelpName = "KIND";
        var date = new Option<string?>("--date") { Description = "Column of the assignment date: the experiment is then judged day by day.", HelpName = "COL" };
        var weights = new Option<Dictionary<string, double>?>("--weights")
        {
            Description = "Configured shares of traffic, as a=0.5,b=0.5; equal ones when left out.",
            HelpName = "a=W,b=W",
            CustomParser = ParseWeights,
        };
        var units = new Option<string?>("--units") { Description = "Column of units, for totals.", HelpName = "COL" };
        var variance = new Option<string?>("--variance") { Description = "Column of the variance, for rows of count, mean and variance.", HelpName = "COL" };
        var unitId = new Option<string?>("--unit") { Description = "Column of the randomised unit when it has several rows: its rows become one value.", HelpName = "COL" };
        var skipEmpty = new Option<bool>("--skip-empty") { Description = "Leave out rows of units without a value, and count them." };
        var lower = new Option<bool>("--lower-is-better") { Description = "A fall of the metric is the good side, as for costs." };
        var days = new Option<int>("--days")
        {
            Description = "Planned length in days, whole weeks.",
            DefaultValueFactory = _ => new DecisionRules().EndDay,
            HelpName = "N",
            CustomParser = ParseDays,
        };
        var command = new Command("evaluate", "Judges one recorded experiment: intervals, evidence, health, decision and why.")
        {
            files, variant, control, metric, kind, date, weights, units, variance, unitId, skipEmpty, lower, days,
        };
        command.SetAction(parsed =>
        {
            var columns = new ExperimentColumns
            {
                Variant = parsed.GetRequiredValue(variant),
                Control = parsed.GetRequiredValue(control),
                Metric = parsed.GetRequiredValue(metric),
                Kind = parsed.GetValue(kind),
                Date = parsed.GetValue(date),
                Units = parsed.GetValue(units),
                Variance = parsed.GetValue(variance),
                UnitId = parsed.GetValue(unitId),
                SkipEmpty = parsed.GetValue(skipEmpty),
                Weights = parsed.GetValue(weights),
            };
            var rules = new DecisionRules { EndDay = parsed.GetValue(days) };
            return Run(parsed.GetRequiredValue(files), columns, rules, parsed.GetValue(lower), parsed.GetValue(json), terminal);
        });
        return command;
    }

    private static int Run(
        string[] files, ExperimentColumns columns, DecisionRules rules, bool lowerIsBetter, bool json, Terminal terminal)
    {
        if (files.Length > 1 && columns.Variant != ExperimentColumns.FileName)
        {
            return terminal.Refuse($"{files.Length} files are given; say --arm {ExperimentColumns.FileName} when each holds one variant, or join them.");
        }

        var isLong = files.Sum(file => File.Exists(file) ? new FileInfo(file).Length : 0) > LongBytes;
        var recording = terminal.WithProgress(
            $"Reading {Path.GetFileName(files[0])}", isLong, progress => ExperimentFile.Read(files, columns, progress));
        var evaluation = recording switch
        {
            ExperimentRecording.Conversions of => Evaluation.Of(of.Variants, of.Days, of.Dated, rules, lowerIsBetter),
            ExperimentRecording.Values of => Evaluation.OfMeans(of.Variants, of.Days, of.Dated, rules, lowerIsBetter),
            ExperimentRecording.Ratios of => Evaluation.OfMeans(of.Variants, of.Days, of.Dated, rules, lowerIsBetter),
            _ => throw new ArgumentOutOfRangeException(nameof(columns), recording, "unknown kind of recording"),
        };
        var report = new EvaluationReport(files, columns, recording, evaluation);
        if (json)
        {
            terminal.WriteJson(EvaluationJson.Of(report));
        }
        else
        {
            EvaluationPage.Write(terminal.Console(), report);
        }

        return ExitCode.Ok;
    }

    private static int ParseDays(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 7 or > LongestDays || days % 7 != 0)
        {
            result.AddError($"--days must be whole weeks from 7 to {LongestDays} days, such as 14 or 28, not '{result.Tokens[0].Value}'.");
        }

        return days;
    }

    private static Dictionary<string, double>? ParseWeights(ArgumentResult result)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var name = "";
        foreach (var part in string.Join(',', result.Tokens.Select(token => token.Value)).Split(','))
        {
            // The last = splits, and a part without one goes on behind its comma: a variant's own name may hold both.
            name += part;
            var at = name.LastIndexOf('=');
            if (at < 0)
            {
                name += ",";
                continue;
            }

            if (!double.TryParse(name[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                || !(weight is > 0 and < 1)
                || name[..at].Trim() is not { Length: > 0 } variant
                || !weights.TryAdd(variant, weight))
            {
                break;
            }

            name = "";
        }

        if (name.Length > 0)
        {
            result.AddError($"--weights: '{name.TrimEnd(',')}' is not name=share with a share above 0 and below 1, each name once.");
            return null;
        }

        if (Math.Abs(weights.Values.Sum() - 1) > WeightSlack)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--weights: the shares sum to {weights.Values.Sum():0.####}, not to 1."));
            return null;
        }

        return weights;
    }
}
