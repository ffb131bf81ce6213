using Optimizer.Standalone.Commands;
using Spectre.Console;

namespace Optimizer.Tests.Standalone.Engine;

/// <summary>What a page writes to a console that is no terminal, without blanks at line ends.</summary>
internal static class Written
{
    public static string By(Action<IAnsiConsole> write)
    {
        using var output = new StringWriter();
        write(new Terminal(TextReader.Null, output, TextWriter.Null, OutputRedirected: true, ErrorRedirected: true).Console());
        return Trimmed(output.ToString());
    }

    public static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
