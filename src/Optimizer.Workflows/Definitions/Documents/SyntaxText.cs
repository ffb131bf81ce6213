using YamlDotNet.Core;

namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>What the parser complains about, with what usually is behind it.</summary>
internal static class SyntaxText
{
    public static string Of(YamlException fault, string text)
    {
        var said = fault.InnerException is YamlException inner ? inner.Message : fault.Message;
        var line = text.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault((int)Math.Max(0, fault.Start.Line - 1)) ?? "";
        return $"is not YAML: {said.TrimEnd('.')}.{Hint(said, line)}";
    }

    private static string Hint(string said, string line)
    {
        var indent = line.AsSpan()[..(line.Length - line.AsSpan().TrimStart().Length)];
        return indent.Contains('\t') || said.Contains("tab character", StringComparison.Ordinal) ? " Indent with spaces, not with tabs."
            : line.Contains(": >", StringComparison.Ordinal) || line.Contains(": <", StringComparison.Ordinal) ? " Put the signs > and < in quotes: \">=\"."
            : line.Contains('@', StringComparison.Ordinal) || line.Contains('%', StringComparison.Ordinal) || line.Contains('`', StringComparison.Ordinal) ? " Put text that begins with @, % or ` in quotes."
            : line.Count(sign => sign == ':') > 1 ? " Put text that holds ': ' in quotes."
            : "";
    }
}
