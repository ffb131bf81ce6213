using Optimizer.Domain.Plays;
using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Onboarding;

/// <summary>What was made, what the loop would have done with it, and what to do next.</summary>
internal static class InitPage
{
    public static void Write(IAnsiConsole console, InitPlan plan, InitFiles files, Play play, BacktestReport? backtest, string data, bool isDry)
    {
        WriteGuesses(console, plan);
        console.MarkupLine($"[bold green]{(isDry ? "would make" : "made")}[/] {Plain.Markup(string.Join(", ", files.Files.Keys))} in {Plain.Markup(files.Folder)}");
        Bullets.Write(console, PlayGaps.Of(play).Select(gap => Plain.Text($"still missing: {gap}")));
        console.WriteLine();
        if (backtest is not null)
        {
            BacktestPage.Write(console, backtest);
        }
        else
        {
            console.MarkupLine(Plain.Markup($"No backtest yet: it needs {BacktestPlan.LeastDays} days of figures, and the file has {plan.Recording.Series.Days - plan.Recording.Missing}."));
        }

        console.WriteLine();
        console.MarkupLine("[bold]Next steps[/]");
        foreach (var (line, at) in Next(plan, data).Select((line, at) => (line, at)))
        {
            console.MarkupLine(Plain.Markup($"  {at + 1}. {line}"));
        }
    }

    public static void WriteGuesses(IAnsiConsole console, InitPlan plan)
    {
        var (series, missing) = (plan.Recording.Series, plan.Recording.Missing);
        console.MarkupLine(Plain.Markup(
            $"{plan.Csv}: {Domain.Words.Days(series.Days)} of {plan.Value}, {series.Start:yyyy-MM-dd} to {series.LastDay:yyyy-MM-dd}{(missing > 0 ? $", {missing} without a figure" : "")}"));
        if (plan.Guesses.Count > 0)
        {
            console.MarkupLine("[bold]guessed[/], give the option to say otherwise:");
            Bullets.Write(console, plan.Guesses.Select(guess => Plain.Text($"{guess.Typed}  ({guess.Why})")));
        }
    }

    /// <summary>Commands that work as they stand.</summary>
    public static IReadOnlyList<string> Next(InitPlan plan, string data) =>
    [
        $"optimizer serve{data}   runs the play in shadow and prints an admin token once: export {Terminal.TokenVariable}=TOKEN",
        $"optimizer status {plan.Slug}{data}   what it saw and when it looks again; 'optimizer doctor{data}' checks everything around it",
        $"Each night, write {plan.Slug}.csv of the folder kpis anew with the day before in it (write it aside, then rename it)",
        plan.Variables.Count == 0 ? $"Name what it may change under variables: of plays/{plan.Slug}.yaml; until then it only watches" : $"Read plays/{plan.Slug}.yaml and policy.yaml: what it may change, who is asked, what is never allowed",
        "After a week in shadow with a good record it proposes to advise; nothing is ever changed before you raise it to semi or full",
    ];
}
