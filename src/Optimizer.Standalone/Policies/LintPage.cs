using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Policies;

/// <summary>Findings in a policy, a line each.</summary>
internal static class LintPage
{
    private const int LeastForProblem = 40;

    public static void Write(IAnsiConsole console, string file, PolicyBook book, IReadOnlyList<PolicyFinding> findings)
    {
        if (findings.Count == 0)
        {
            console.MarkupLine($"[green]{Plain.Markup(file)} is sound[/]: policy {Plain.Markup(book.Version)}, {book.Scopes.Count} scopes, nothing fights and everything can have an effect.");
            return;
        }

        var table = new FittedTable([("place", Justify.Left), ("", Justify.Left), ("key", Justify.Left), ("problem", Justify.Left)], LeastForProblem);
        foreach (var finding in findings)
        {
            table.Add([Plain.Markup(finding.Place ?? ""), Kind(finding.Kind), Plain.Markup(finding.Key), Plain.Markup(finding.Problem)]);
        }

        table.Write(console);
    }

    private static string Kind(FindingKind kind) => kind switch
    {
        FindingKind.Fights => "[red]fights[/]",
        FindingKind.NeverFires => "[yellow]never fires[/]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of finding"),
    };
}
