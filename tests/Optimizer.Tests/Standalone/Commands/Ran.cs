using System.Text.Json;
using Optimizer.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Commands;

/// <summary>One run of the command in this process, and what it said.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>The answer as JSON; it must be the only thing on standard output.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.Equal((0, ""), (ExitCode, Error));
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public static Ran Of(params string[] args) => WithInput("", args);

    public static Ran WithInput(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, new(new StringReader(input), output, error, OutputRedirected: true, ErrorRedirected: true));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Evaluates columns <c>v</c> and <c>m</c> with control <c>a</c>; more options may follow.</summary>
    public static Ran Evaluate(string path, params string[] options) =>
        Of(["evaluate", path, "--arm", "v", "--control", "a", .. options.Contains("--metric") ? Array.Empty<string>() : ["--metric", "m"], .. options]);

    /// <summary>The one line of a refusal: nothing else was said, and the exit code is that of bad input.</summary>
    public string Refusal()
    {
        Assert.Equal((2, ""), (ExitCode, Output));
        Assert.EndsWith(Environment.NewLine, Error, StringComparison.Ordinal);
        var line = Error[..^Environment.NewLine.Length];
        Assert.Equal(-1, line.AsSpan().IndexOfAny('\r', '\n'));
        return line;
    }
}
