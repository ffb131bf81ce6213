using System.Globalization;
using System.Text;

namespace Optimizer.Domain;

/// <summary>Text of others in a page of Markdown: nothing in it is markup, and it stays on its line.</summary>
public static class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>#|!&~$";

    /// <summary>The text for the middle of a line or a cell of a table.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Marks.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                safe.Append('\\').Append((char)rune.Value);
            }
            else if (IsBlank(rune))
            {
                safe.Append(safe.Length > 0 && safe[^1] != ' ' ? " " : "");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                safe.Append(rune.ToString());
            }
        }

        var line = safe.ToString().Trim();
        return line.Length > 0 && line[0] is '-' or '+' or '=' && line is not ['-' or '+', >= '0' and <= '9', ..] ? "\\" + line : line;
    }

    /// <summary>The text as code, for settings and ids: shown letter by letter.</summary>
    public static string Code(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new string([.. text.Select(sign => char.IsControl(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format ? ' ' : sign)]).Trim();
        if (line.Length == 0)
        {
            return "–";
        }

        // A fence longer than any run of backticks inside; a bar would end the cell of a table even in code.
        var longest = line.Split(line.Where(sign => sign != '`').Distinct().ToArray()).Max(run => run.Length);
        var fence = new string('`', longest + 1);
        var blank = longest > 0 ? " " : "";
        return $"{fence}{blank}{line.Replace("|", "\\|", StringComparison.Ordinal)}{blank}{fence}";
    }

    private static bool IsBlank(Rune rune) => rune.Value is '\n' or '\r' or '\t' || Rune.IsWhiteSpace(rune);
}
