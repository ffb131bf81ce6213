using Optimizer.Domain.Attribution;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Ledger;

/// <summary>An import as a person reads it in a terminal.</summary>
internal static class ImportPage
{
    public static void Write(IAnsiConsole console, ImportReport report)
    {
        var count = report.Count;
        console.MarkupLine($"[bold green]{count.Accepted:#,0} events accepted[/] of {count.Rows:#,0} rows, {count.Duplicates:#,0} were there already, "
            + $"{(count.Quarantined > 0 ? $"[yellow]{count.Quarantined:#,0} set aside[/]" : "none set aside")}");
        Bullets.Write(console, $"{report.Took.TotalSeconds:0.00} s, {report.RowsPerSecond:#,0} rows a second, into {Plain.Text(report.File)}");
        if (report.Opened.Count > 0)
        {
            Bullets.Write(console, $"made known: {Plain.Text(string.Join(", ", report.Opened.Take(20)))}");
        }

        foreach (var (code, rows) in count.ByCode)
        {
            console.MarkupLine($"  [yellow]{Plain.Markup(code)}[/]  {rows:#,0}");
        }

        Bullets.Write(console, count.Examples.Select(Plain.Text));
        if (count.ByCode.ContainsKey(EventCodes.UnknownExperiment))
        {
            console.MarkupLine("[dim]events of an experiment that is not known are counted once it is: it starts, or 'ledger import --open' says so[/]");
        }
    }
}
