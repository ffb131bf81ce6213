using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Optimizer.Standalone.Engine;

/// <summary>
/// Text that others wrote, such as ids, payloads and failures, made harmless: what would steer a terminal, break the line or
/// turn its direction is shown as its code, and nothing is markup.
/// </summary>
internal static class Plain
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line, for a page as it is.</summary>
    public static string Text(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                safe.Append(text, i++, 2);
            }
            else if (char.IsSurrogate(text[i]))
            {
                safe.Append(Replacement);
            }
            else if (IsUnsafe(text[i]))
            {
                safe.Append(Code(text[i]));
            }
            else
            {
                safe.Append(text[i]);
            }
        }

        return safe.ToString();
    }

    /// <summary>The text on one line, for a place where markup is read.</summary>
    public static string Markup(string text) => Spectre.Console.Markup.Escape(Text(text));

    /// <summary>Cuts to so many characters at most, the sign of the cut included, not within a pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = Math.Max(0, longest - 1);
        return (end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]) + "…";
    }

    /// <summary>Lines of a text, each harmless; line ends of all kinds part them.</summary>
    public static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(Text);

    private static string Code(char sign) => sign switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{((int)sign).ToString("x4", CultureInfo.InvariantCulture)}",
    };

    // Format characters turn the direction of what follows or hide; joiners within emoji are the price.
    private static bool IsUnsafe(char sign) => char.GetUnicodeCategory(sign) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate;
}
