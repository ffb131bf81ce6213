using Optimizer.Standalone.Commands;
using Spectre.Console;

namespace Optimizer.Tests.Standalone.Commands;

public class FittedTableTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(25)]
    public void Write_AnyWidth_KeepsEveryFigure(int width)
    {
        var table = new FittedTable([("name", Justify.Left), ("units", Justify.Right), ("lift", Justify.Right)], 4);
        table.Add([Markup.Escape("[b] " + new string('x', 12)), "1,234,567", "+5 %"]);
        table.Add(["c", "12", ""]);
        var text = Written(table, width);

        Assert.All(["[b] xxxxxxxxxxxx", "units", "1,234,567", "+5 %"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("…", text, StringComparison.Ordinal);
        Assert.Equal(width < 50, text.Contains("  units: 1,234,567", StringComparison.Ordinal));
    }

    private static string Written(FittedTable table, int width)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        table.Write(console);
        return output.ToString();
    }
}
