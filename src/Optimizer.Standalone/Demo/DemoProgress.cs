using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Demo;

/// <summary>Says on standard error how far the demo is: a bar when somebody watches, a line every few weeks when not, and every week of many plays.</summary>
internal static class DemoProgress
{
    private const int WeeksOfLine = 4;
    private const int Many = 50;

    public static async Task<T> ShowAsync<T>(Terminal terminal, int weeks, Func<Action<DemoWeek>, Task<T>> work)
    {
        if (terminal.ErrorRedirected)
        {
            return await work(week =>
            {
                if (week.Week % WeeksOfLine == 0 || week.Plays > Many || week.Week == week.Weeks)
                {
                    terminal.Error.WriteLine(Plain.Text(Line(week)));
                }
            });
        }

        return await AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) })
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(bars =>
            {
                var bar = bars.AddTask("the market opens", maxValue: weeks);
                return work(week =>
                {
                    bar.Description = Plain.Markup(Line(week));
                    bar.Value = week.Week;
                });
            });
    }

    private static string Line(DemoWeek week) =>
        $"week {week.Week} of {week.Weeks}: {week.Plays} plays, {week.Live} experiments live{(week.Last is { } last ? $", last: {last}" : "")}";
}
