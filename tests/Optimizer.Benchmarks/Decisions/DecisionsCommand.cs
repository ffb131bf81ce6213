using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Reruns the tables of the statistics note with the product's own code.</summary>
internal static class DecisionsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Name, Func<MonteCarlo, bool, Report> Run)[] Tables =
    [
        ("policies", PolicyTable.Run),
        ("holdback", HoldbackTable.Run),
        ("guardrail", GuardrailTable.Run),
        ("auto-kill", AutoKillTable.Run),
        ("sample-ratio", SampleRatioTable.Run),
        ("simpson", SimpsonTable.Run),
        ("portfolio", PortfolioTable.Run),
        ("bandit", BanditTable.Run),
    ];

    public static Command Build()
    {
        var runs = new Option<int>("--runs") { Description = "Runs a cell.", DefaultValueFactory = _ => 20_000 };
        runs.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int>() < 100)
            {
                parsed.AddError($"--runs must be at least 100, not {parsed.GetValueOrDefault<int>()}: fewer measure nothing");
            }
        });
        var seed = new Option<ulong>("--seed") { Description = "Names all chance; the same seed gives the same figures.", DefaultValueFactory = _ => 1 };
        var cells = new Option<string>("--cells") { Description = "all, or quick: the corners and the middle.", DefaultValueFactory = _ => "all" };
        cells.AcceptOnlyFromAmong("all", "quick");
        var only = new Option<string[]>("--only") { Description = "Tables to run; all without it.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Tables.Select(table => table.Name)]);
        var json = new Option<bool>("--json") { Description = "Prints every figure as JSON instead of the tables." };
        var write = new Option<bool>("--write") { Description = "Writes results/decisions.md." };
        var command = new Command("decisions", "Error rates, power and speed of the decision policies, beside the published figures; exits 1 when a goal is missed.")
        {
            runs, seed, cells, only, json, write,
        };
        command.SetAction(parsed => Run(
            new(parsed.GetValue(seed), parsed.GetValue(runs)),
            parsed.GetValue(cells) == "quick",
            parsed.GetValue(only) is { Length: > 0 } names ? names : [.. Tables.Select(table => table.Name)],
            $"{parsed.CommandResult.Command.Name} --runs {parsed.GetValue(runs)} --seed {parsed.GetValue(seed)}"
            + $"{(parsed.GetValue(cells) == "quick" ? " --cells quick" : "")}{string.Concat((parsed.GetValue(only) ?? []).Select(name => $" --only {name}"))}",
            parsed.GetValue(json),
            parsed.GetValue(write)));
        return command;
    }

    private static int Run(MonteCarlo monteCarlo, bool quick, string[] only, string command, bool json, bool write)
    {
        var watch = Stopwatch.StartNew();
        var reports = Tables.Where(table => only.Contains(table.Name)).Select(table => table.Run(monteCarlo, quick)).ToList();
        var page = Page(reports, command);
        Console.Out.Write(json ? Json(reports) : page);
        if (write)
        {
            Results.Write("decisions.md", page);
        }

        Console.Error.WriteLine($"total {watch.Elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} cores");
        return reports.SelectMany(report => report.Goals).All(goal => goal.Met) ? 0 : 1;
    }

    private static string Json(List<Report> reports) => JsonSerializer.Serialize(
        new
        {
            goals = reports.SelectMany(report => report.Goals).Select(goal => new { text = goal.ToString(), met = goal.Met }),
            figures = reports.SelectMany(report => report.Sheets).SelectMany(sheet => sheet.Figures
                .Where(cell => double.IsFinite(cell.Figure.Value))
                .Select(cell => new
                {
                    table = sheet.Title,
                    row = cell.Row,
                    column = cell.Column,
                    value = cell.Figure.Value,
                    error = cell.Figure.Error,
                    published = cell.Figure.Published,
                    difference = cell.Figure.Difference,
                })),
        },
        Indented);

    private static string Page(List<Report> reports, string command)
    {
        var page = new StringBuilder();
        var figures = reports.SelectMany(report => report.Sheets).SelectMany(sheet => sheet.Figures).ToList();
        page.Append("# Decision harness\n\n");
        page.Append($"`dotnet run -c Release --project tests/Optimizer.Benchmarks -- {command}`\n\n");
        page.Append(
            "Ours first, in brackets the figure of the statistics note, section 3. Bold: more than 4 standard errors apart "
            + "(simulation error of both and the rounding of the published one). Shares in per cent.\n\n");
        page.Append($"{figures.Count(figure => figure.Figure.Published is not null)} figures compared, {figures.Count(figure => figure.Figure.Differs)} differ.\n\n");
        var goals = reports.SelectMany(report => report.Goals).ToList();
        if (goals.Count > 0)
        {
            page.Append("## Goals\n\n");
            foreach (var goal in goals)
            {
                page.Append("- ").Append(goal).Append('\n');
            }

            page.Append('\n');
        }

        return page.AppendJoin('\n', reports.SelectMany(report => report.Sheets).Select(sheet => sheet.Markdown())).ToString();
    }
}
