using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary>A list of sentences whose wrapped lines stay under their own text.</summary>
internal static class Bullets
{
    public static void Write(IAnsiConsole console, params IEnumerable<string> lines)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var line in lines)
        {
            grid.AddRow("-", Markup.Escape(line));
        }

        console.Write(grid);
    }
}
