using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary>Where a command reads and writes. Standard output holds the answer, standard error everything else.</summary>
internal sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error, bool OutputRedirected, bool ErrorRedirected)
{
    // A redirected report has no width of its own; this one fits every table.
    private const int RedirectedWidth = 140;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // Payloads of workflows may be nested deeper than the default allows.
        MaxDepth = 1000,
    };

    /// <summary>What "ago" and "in" are counted from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Name of the environment variable that holds the caller's token.</summary>
    public const string TokenVariable = "OPTIMIZER_TOKEN";

    /// <summary>What the caller shows to a running server; null when they have nothing. Secrets come from the environment only.</summary>
    public string? Token { get; init; } = Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token ? token.Trim() : null;

    /// <summary>A console for tables and colours on standard output.</summary>
    public IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = OutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = OutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        if (OutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }

    /// <summary>A console that may ask; null when nobody sits there.</summary>
    public IAnsiConsole? Prompts() => OutputRedirected || ErrorRedirected || System.Console.IsInputRedirected ? null : AnsiConsole.Console;

    /// <summary>One JSON document on standard output.</summary>
    public void WriteJson(JsonNode document) => Output.WriteLine(document.ToJsonString(Indented));

    /// <summary>One line on standard error, and the exit code of bad input.</summary>
    public int Refuse(string problem) => Refuse(problem, ExitCode.BadInput);

    /// <summary>One line on standard error, and the exit code given.</summary>
    public int Refuse(string problem, int code)
    {
        Error.WriteLine(problem);
        return code;
    }

    /// <summary>Runs work that tells its progress, with a bar on standard error when somebody watches and it takes long.</summary>
    public T WithProgress<T>(string title, bool isLong, Func<Action<double>, T> work) => isLong && !ErrorRedirected
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(bars =>
            {
                var bar = bars.AddTask(Markup.Escape(title), maxValue: 1);
                return work(share => bar.Value = share);
            })
        : work(_ => { });
}
