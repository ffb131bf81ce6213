using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Checkup;

/// <summary>Findings as they are worked off: each with what was seen, and what to type.</summary>
internal static class FindingsPage
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            console.MarkupLine($"{Level(finding.Level)}  [bold]{Plain.Markup(finding.Check)}[/]: {Plain.Markup(finding.Evidence)}");
            if (finding.Fix is { } fix)
            {
                console.MarkupLine($"      fix: {Plain.Markup(fix)}");
            }
        }

        console.WriteLine();
        console.MarkupLine(Plain.Markup(Short(findings)));
    }

    /// <summary>Such as "12 ok, 2 warnings, 1 failure".</summary>
    public static string Short(IReadOnlyList<Finding> findings)
    {
        int Count(FindingLevel level) => findings.Count(finding => finding.Level == level);
        var (warn, fail) = (Count(FindingLevel.Warn), Count(FindingLevel.Fail));
        return $"{Count(FindingLevel.Ok)} ok, {warn} {(warn == 1 ? "warning" : "warnings")}, {fail} {(fail == 1 ? "failure" : "failures")}";
    }

    private static string Level(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "[green]ok  [/]",
        FindingLevel.Warn => "[yellow]warn[/]",
        FindingLevel.Fail => "[bold red]FAIL[/]",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "unknown level"),
    };
}
