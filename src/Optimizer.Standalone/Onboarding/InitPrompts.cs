using Optimizer.Domain.Kpis;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Onboarding;

/// <summary>Asks a person at a terminal for what they did not say, with the guess as the answer that Enter gives.</summary>
internal static class InitPrompts
{
    /// <summary>The file, when none was named.</summary>
    public static string Csv(IAnsiConsole console) => console.Prompt(
        new TextPrompt<string>("CSV file with a date and the KPI's figure a row:")
            .Validate(file => File.Exists(file) ? ValidationResult.Success() : ValidationResult.Error("there is no such file")));

    /// <summary>Columns, when the file leaves a choice.</summary>
    public static InitAnswers Columns(IAnsiConsole console, InitAnswers said, CsvFacts facts) => said with
    {
        Date = said.Date ?? (facts.Dates.Count > 1 ? Choose(console, "Which column is the day?", facts.Dates) : null),
        Value = said.Value ?? (facts.Numbers.Count > 1 ? Choose(console, "Which column is the KPI?", facts.Numbers) : null),
    };

    /// <summary>The rest, each with the guess of a first plan.</summary>
    public static InitAnswers Rest(IAnsiConsole console, InitAnswers said, InitPlan plan) => said with
    {
        Direction = said.Direction ?? (Choose(console, $"Which way is {plan.Kpi} to go?", plan.Direction == KpiDirection.HigherIsBetter ? ["up", "down"] : ["down", "up"]) == "up"
            ? KpiDirection.HigherIsBetter
            : KpiDirection.LowerIsBetter),
        Kpi = said.Kpi ?? Ask(console, "Key of the KPI (lower case letters, digits, underscores)", plan.Kpi),
        Name = said.Name ?? Ask(console, "What people call the play", plan.Name),
        Slug = said.Slug ?? Ask(console, "Its slug (lower case letters, digits, hyphens)", plan.Slug),
        Variables = said.Variables.Count > 0 ? said.Variables
            : [.. console.Prompt(new TextPrompt<string>("What may it change, as key=present setting, parted by semicolons (Enter for nothing yet):").AllowEmpty())
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Yes = true,
    };

    private static string Ask(IAnsiConsole console, string question, string guess) =>
        console.Prompt(new TextPrompt<string>($"{Plain.Markup(question)}:").DefaultValue(guess));

    private static string Choose(IAnsiConsole console, string question, IReadOnlyList<string> choices) =>
        console.Prompt(new SelectionPrompt<string>().Title(Plain.Markup(question)).UseConverter(Plain.Markup).AddChoices(choices));
}
