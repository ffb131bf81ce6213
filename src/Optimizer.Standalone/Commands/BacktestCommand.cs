using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>backtest</c>: the loop over recorded history, before it may touch anything.</summary>
internal static class BacktestCommand
{
    private const int LongDays = 180;

    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var play = new Option<string>("--play") { Description = "Definition of one play, YAML or JSON.", Required = true, HelpName = "FILE" };
        var kpi = new Option<string>("--kpi") { Description = "CSV or CSV.gz with the play's primary KPI, a row a day.", Required = true, HelpName = "FILE" };
        var date = new Option<string?>("--date") { Description = "Column of the day; found by its name when left out.", HelpName = "COL" };
        var value = new Option<string?>("--value") { Description = "Column of the KPI's figure; found by its name when left out.", HelpName = "COL" };
        var perDay = Choice.Option<PerDay>("--per-day");
        perDay.Description = "What several rows of one day mean: one (a fault, the default), sum or mean.";
        perDay.HelpName = "HOW";
        var sort = new Option<bool>("--sort") { Description = "Accept days in any order." };
        var experiments = new Option<string?>("--experiments")
        {
            Description = "Recorded experiments with a date a row: the loop starts them in order and decides. A column 'experiment' tells several apart.",
            HelpName = "FILE",
        };
        var variant = new Option<string?>("--arm") { Description = "Column of --experiments that names the variant; found by its name when left out.", HelpName = "COL" };
        var control = new Option<string>("--control") { Description = "Name of the control in --experiments.", DefaultValueFactory = _ => "control", HelpName = "NAME" };
        var metric = new Option<string?>("--metric") { Description = "Column of the metric in --experiments; the --value column when left out.", HelpName = "COL" };
        var autonomy = Choice.Option<Autonomy>("--autonomy");
        autonomy.Description = "shadow, advisory, semi or full; full with --experiments and advisory without, when left out.";
        autonomy.HelpName = "LEVEL";
        var policy = new Option<string?>("--policy") { Description = "Policy file; the built-in defaults when left out.", HelpName = "FILE" };
        var days = new Option<int?>("--days") { Description = "Only the last N days; those before are history.", HelpName = "N", CustomParser = ParseDays };
        var command = new Command("backtest", "Runs the loop over recorded history: what it would have flagged, proposed, asked and decided.")
        {
            play, kpi, date, value, perDay, sort, experiments, variant, control, metric, autonomy, policy, days,
        };
        PolicyCommand.Run(command, terminal, data, (parsed, _, cancellationToken) =>
        {
            var folder = parsed.GetResult(data) is { Implicit: false } ? parsed.GetRequiredValue(data).ToString() : null;
            if (folder is not null && File.Exists(Path.Combine(folder, RecordOptions.FileName)))
            {
                return Task.FromResult(terminal.Refuse(
                    Plain.Text($"{folder} holds records already, and a backtest is a history of its own; name a new directory with --data"), ExitCode.Conflict));
            }

            var files = new BacktestFiles(parsed.GetRequiredValue(play), parsed.GetRequiredValue(kpi))
            {
                Autonomy = parsed.GetValue(autonomy),
                Columns = new()
                {
                    Control = parsed.GetRequiredValue(control),
                    Metric = parsed.GetValue(metric) ?? "",
                    Variant = parsed.GetValue(variant) ?? "",
                },
                Date = parsed.GetValue(date),
                Days = parsed.GetValue(days),
                Experiments = parsed.GetValue(experiments),
                Folder = folder,
                PerDay = parsed.GetValue(perDay) ?? PerDay.One,
                Policy = parsed.GetValue(policy),
                Sort = parsed.GetValue(sort),
                Value = parsed.GetValue(value),
            };
            return Task.FromResult(Run(terminal, files, parsed.GetValue(json), cancellationToken));
        });
        return command;
    }

    private static int Run(Terminal terminal, BacktestFiles files, bool json, CancellationToken cancellationToken)
    {
        var options = files.Read();
        var report = terminal.WithProgress(
            $"Living through {Domain.Words.Days(options.Kpi.Series.Days)} of {options.Kpi.Series.Kpi.Name}", options.Kpi.Series.Days > LongDays || options.Experiments.Count > 0,
            progress => Backtest.RunAsync(options, progress, cancellationToken).GetAwaiter().GetResult());
        if (json)
        {
            terminal.WriteJson(BacktestJson.Of(report));
        }
        else
        {
            BacktestPage.Write(terminal.Console(), report);
        }

        return ExitCode.Ok;
    }

    private static int? ParseDays(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1)
        {
            return days;
        }

        result.AddError($"--days must be a number of days from 1, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
