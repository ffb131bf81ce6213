using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary>
/// A table whose columns stay whole: where the console is too narrow for it, or a name too long, each row becomes a
/// paragraph with a line per column.
/// </summary>
/// <param name="Columns">Title and alignment; the last column may wrap.</param>
/// <param name="LastWidth">Least width of the last column, in characters.</param>
internal sealed record FittedTable(IReadOnlyList<(string Title, Justify Alignment)> Columns, int LastWidth)
{
    // What the border and the padding of a column take.
    private const int ColumnFrame = 3;

    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>Adds a row, each cell as markup.</summary>
    public void Add(IReadOnlyList<string> cells) => _rows.Add(cells);

    public void Write(IAnsiConsole console)
    {
        var whole = Enumerable.Range(0, Columns.Count - 1)
            .Sum(column => ColumnFrame + _rows.Select(row => Markup.Remove(row[column]).Length).Append(Columns[column].Title.Length).Max());
        if (whole + ColumnFrame + LastWidth <= console.Profile.Width)
        {
            console.Write(Table());
        }
        else
        {
            WriteParagraphs(console);
        }
    }

    private Table Table()
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var column = 0; column < Columns.Count; column++)
        {
            var (title, alignment) = Columns[column];
            table.AddColumn(new TableColumn(Markup.Escape(title)) { Alignment = alignment, NoWrap = column < Columns.Count - 1 });
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => new Markup(cell)));
        }

        return table;
    }

    private void WriteParagraphs(IAnsiConsole console)
    {
        foreach (var row in _rows)
        {
            console.MarkupLine(row[0]);
            for (var column = 1; column < Columns.Count; column++)
            {
                if (!string.IsNullOrWhiteSpace(Markup.Remove(row[column])))
                {
                    var title = Columns[column].Title;
                    console.MarkupLine($"  {Markup.Escape(title)}{(title.Length > 0 ? ": " : "")}{row[column]}");
                }
            }
        }
    }
}
