using System.Globalization;
using System.Text;

namespace Optimizer.Domain.Reports;

/// <summary>Lines of a Markdown page. Text from people, files and platforms is escaped: it can neither format nor link.</summary>
internal sealed class Page
{
    private const string Special = "\\`*_[]<|~&$@";

    // Only at the beginning do these make a list, a heading or a quote.
    private const string SpecialFirst = "-+#>=";
    private const int LongestText = 240;

    private readonly StringBuilder _text = new();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>A heading with an empty line on both sides.</summary>
    public void Section(string title)
    {
        Line();
        Line($"## {title}");
        Line();
    }

    public void Row(params IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    public void Bullets(IReadOnlyCollection<string> lines, int most)
    {
        foreach (var line in lines.Take(most))
        {
            Line($"- {line}");
        }

        if (lines.Count > most)
        {
            Line($"- and {Words.Count(lines.Count - most)} more");
        }
    }

    /// <summary>Text of unknown origin, on one line, at most 240 characters of it.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        var cut = Shorten(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        for (var i = 0; i < cut.Length; i++)
        {
            var sign = cut[i];
            if (char.IsSurrogatePair(cut, i))
            {
                safe.Append(cut, i++, 2);
            }
            else if (IsUnsafe(sign))
            {
                safe.Append('\uFFFD');
            }
            else if (Special.Contains(sign, StringComparison.Ordinal) || (sign == ':' && cut.AsSpan(i).StartsWith("://")) || (i == 0 && SpecialFirst.Contains(sign, StringComparison.Ordinal)))
            {
                safe.Append('\\').Append(sign);
            }
            else
            {
                safe.Append(sign);
            }
        }

        return safe.ToString();
    }

    /// <summary>A link to an experiment's card, from a brief in its week's folder.</summary>
    public static string Card(string experiment) => $"[{Text(experiment)}](../../cards/{Uri.EscapeDataString(experiment)}.md)";

    public override string ToString() => _text.ToString();

    private static string Shorten(string text) => text.Length <= LongestText ? text
        : (char.IsHighSurrogate(text[LongestText - 2]) ? text[..(LongestText - 2)] : text[..(LongestText - 1)]) + "…";

    private static bool IsUnsafe(char sign) => char.GetUnicodeCategory(sign) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
