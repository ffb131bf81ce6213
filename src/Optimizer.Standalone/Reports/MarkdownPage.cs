using Optimizer.Standalone.Commands;
using Spectre.Console;

namespace Optimizer.Standalone.Reports;

/// <summary>A brief's Markdown in a terminal: headings, tables, lists and paragraphs, wrapped to its width.</summary>
internal static class MarkdownPage
{
    private const int LastWidth = 12;

    public static void Write(IAnsiConsole console, string page)
    {
        var lines = page.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith('|'))
            {
                var table = lines.Skip(i).TakeWhile(row => row.StartsWith('|')).ToList();
                WriteTable(console, table);
                i += table.Count - 1;
            }
            else if (line.StartsWith('#'))
            {
                console.MarkupLine($"[bold underline]{MarkdownInline.Markup(line.TrimStart('#').Trim())}[/]");
            }
            else if (line == "---")
            {
                console.Write(new Rule { Style = Style.Parse("dim") });
            }
            else if (Item(line) is var (mark, text))
            {
                console.Write(new Grid()
                    .AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 1, 0) })
                    .AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) })
                    .AddRow(mark, MarkdownInline.Markup(text)));
            }
            else
            {
                console.MarkupLine(MarkdownInline.Markup(line));
            }
        }
    }

    private static (string Mark, string Text)? Item(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            return ("-", line[2..]);
        }

        var dot = line.IndexOf(". ", StringComparison.Ordinal);
        return dot is > 0 and < 3 && line[..dot].All(char.IsAsciiDigit) ? (line[..(dot + 1)], line[(dot + 2)..]) : null;
    }

    private static void WriteTable(IAnsiConsole console, List<string> rows)
    {
        var alignments = Cells(rows[1]);
        var table = new FittedTable(
            [.. Cells(rows[0]).Select((title, column) => (Text(title), alignments[column].EndsWith(':') ? Justify.Right : Justify.Left))], LastWidth);
        foreach (var row in rows.Skip(2))
        {
            table.Add([.. Cells(row).Select(MarkdownInline.Markup)]);
        }

        table.Write(console);
    }

    private static string Text(string title) => Markup.Remove(MarkdownInline.Markup(title));

    // A bar in a cell is escaped, so only bare ones part cells.
    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] == '\\')
            {
                i++;
            }
            else if (row[i] == '|')
            {
                cells.Add(row[start..i].Trim());
                start = i + 1;
            }
        }

        return cells;
    }
}
