using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Domain.Kpis;
using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Onboarding;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>init</c>: from a CSV to a play that validates, a policy in shadow and a first backtest.</summary>
internal static class InitCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var options = new InitOptions();
        var command = new Command("init", "Makes a first play from a CSV of daily figures: definition, policy, KPI file, and a backtest. Asks at a terminal; elsewhere options say it all.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var folder = parsed.GetRequiredValue(data);
                var shown = parsed.GetResult(data) is { Implicit: false } ? $" --data {folder}" : "";
                return await RunAsync(terminal, options.Read(parsed), parsed.GetValue(options.DryRun), parsed.GetValue(json), folder.FullName, shown, cancellationToken);
            }
            catch (InitRefusedException refusal)
            {
                return terminal.Refuse(Plain.Text(refusal.Message), refusal.ExitCode);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, InitAnswers said, bool isDry, bool json, string folder, string data, CancellationToken cancellationToken)
    {
        var console = json ? null : terminal.Prompts();
        if (said.Csv.Length == 0)
        {
            said = console is not null ? said with { Csv = InitPrompts.Csv(console) } : throw new InitRefusedException("init needs --csv FILE: a row a day with a date and the KPI's figure", ExitCode.BadInput);
        }

        var plan = Settle(ref said, said.Yes ? null : console);
        if (!said.Yes && plan.Guesses.Count > 0)
        {
            throw new InitRefusedException($"not said: {string.Join(' ', plan.Guesses.Select(guess => guess.Typed))}; add what is right, or --yes to take all of these", ExitCode.BadInput);
        }

        var files = InitFiles.Of(folder, plan);
        var play = FirstBacktest.Play(plan, files);
        var backtest = await FirstBacktest.RunAsync(plan, play, cancellationToken);
        if (!isDry)
        {
            files.Write();
        }

        if (json)
        {
            terminal.WriteJson(Json(plan, files, isDry, backtest, data));
        }
        else
        {
            InitPage.Write(terminal.Console(), plan, files, play.Document.Play, backtest, data, isDry);
            if (isDry)
            {
                terminal.Output.WriteLine("Nothing was written: --dry-run.");
            }
        }

        return ExitCode.Ok;
    }

    private static InitPlan Settle(ref InitAnswers said, IAnsiConsole? console)
    {
        var facts = CsvFacts.Of(said.Csv);
        if (console is null)
        {
            return new InitPlanning(said, facts).Settle();
        }

        said = InitPrompts.Columns(console, said, facts);
        var first = new InitPlanning(said, facts).Settle();
        InitPage.WriteGuesses(console, first);
        said = InitPrompts.Rest(console, said, first);
        return new InitPlanning(said, facts).Settle();
    }

    private static JsonObject Json(InitPlan plan, InitFiles files, bool isDry, BacktestReport? backtest, string data) => new()
    {
        ["data"] = files.Folder,
        ["dryRun"] = isDry,
        ["files"] = new JsonArray([.. files.Files.Keys.Select(name => (JsonNode)name)]),
        ["play"] = plan.Slug,
        ["kpi"] = plan.Kpi,
        ["kind"] = JsonValues.Name(plan.Kind),
        ["direction"] = plan.Direction == KpiDirection.HigherIsBetter ? "up" : "down",
        ["days"] = plan.Recording.Series.Days,
        ["missing"] = plan.Recording.Missing,
        ["perDay"] = JsonValues.Name(plan.PerDay),
        ["guesses"] = new JsonArray([.. plan.Guesses.Select(guess => (JsonNode)new JsonObject { ["option"] = guess.Option, ["value"] = guess.Value, ["why"] = guess.Why })]),
        ["backtest"] = backtest is null ? null : BacktestJson.Of(backtest),
        ["next"] = new JsonArray([.. InitPage.Next(plan, data).Select(line => (JsonNode)line)]),
    };
}
