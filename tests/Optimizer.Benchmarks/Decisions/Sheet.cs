using System.Globalization;
using System.Text;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>A table of figures as Markdown: ours first, the published one in brackets, bold when they differ.</summary>
internal sealed class Sheet(string title, string about, params string[] columns)
{
    private readonly List<(string Name, Figure?[] Figures, string Note)> _rows = [];

    public string Title => title;

    public IEnumerable<(string Row, string Column, Figure Figure)> Figures => _rows.SelectMany(row =>
        row.Figures.Select((figure, at) => (row.Name, columns[at + 1], figure)).Where(cell => cell.figure is not null).Select(cell =>
            (cell.Name, cell.Item2, cell.figure!)));

    /// <summary>One more row; the note says why a figure may differ from the published one, where that is known.</summary>
    public void Add(string row, Figure?[] figures, string note = "")
    {
        if (figures.Length != columns.Length - 1)
        {
            throw new ArgumentException($"{row}: {figures.Length} figures for {columns.Length - 1} columns", nameof(figures));
        }

        _rows.Add((row, figures, note));
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append("## ").Append(title).Append("\n\n").Append(about).Append("\n\n");
        var compared = Figures.Any(cell => cell.Figure.Published is not null);
        text.Append("| ").AppendJoin(" | ", columns).Append(compared ? " | largest difference |\n" : " |\n");
        text.Append("|---|").Append(string.Concat(Enumerable.Repeat("---:|", columns.Length - (compared ? 0 : 1)))).Append('\n');
        foreach (var (name, figures, _) in _rows)
        {
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", figures.Select(figure => figure?.ToString() ?? ""))
                .Append(compared ? $" | {Largest(figures)} |\n" : " |\n");
        }

        var notes = new StringBuilder();
        foreach (var (name, figures, note) in _rows)
        {
            if (figures.Any(figure => figure is { Differs: true }))
            {
                notes.Append("- ").Append(name).Append(": ").AppendJoin("; ", Explained(figures)).Append("; ")
                    .Append(note.Length > 0 ? note : "no reason known.").Append('\n');
            }
        }

        return (notes.Length > 0 ? text.Append('\n').Append(notes) : text).ToString();
    }

    private IEnumerable<string> Explained(Figure?[] figures)
    {
        for (var at = 0; at < figures.Length; at++)
        {
            if (figures[at] is { Differs: true } figure)
            {
                yield return $"{columns[at + 1]} {figure.Value.ToString("0.00", CultureInfo.InvariantCulture)} against {figure.Published}, {Errors(figure.Difference!.Value)}";
            }
        }
    }

    private string Largest(Figure?[] figures)
    {
        var largest = -1;
        for (var at = 0; at < figures.Length; at++)
        {
            if (figures[at]?.Difference is { } difference
                && (largest < 0 || Math.Abs(difference) > Math.Abs(figures[largest]!.Difference!.Value)))
            {
                largest = at;
            }
        }

        return largest < 0 ? "" : $"{Errors(figures[largest]!.Difference!.Value)} ({columns[largest + 1]})";
    }

    private static string Errors(double difference) => $"{difference.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)} s.e.";
}
