using System.Globalization;
using System.Text;

namespace Optimizer.Workflows.Notices;

/// <summary>
/// Text as it may stand in a message to Slack. Whatever others wrote is escaped, so that it mentions nobody and links nowhere: Slack takes a
/// mention or a link only from between angle brackets, when the text object says verbatim.
/// </summary>
public static class SlackText
{
    private const char Cut = '…';

    /// <summary>Text of others in one line, without signs that turn or move the writing.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="most">Most characters of the answer, its escapes counted, as Slack counts them; at least 1.</param>
    public static string Line(string text, int most) => Escaped(text, most, keepsLines: false);

    /// <summary>As <see cref="Line"/>, with its lines.</summary>
    public static string Lines(string text, int most) => Escaped(text, most, keepsLines: true);

    /// <summary>A moment, which Slack shows in the zone of each reader.</summary>
    public static string Moment(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}}|{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC>");

    private static string Escaped(string text, int most, bool keepsLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var sign = rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\n' when keepsLines => "\n",
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator => " ",
                _ => rune.ToString(),
            };

            // One place is left for the sign that says that something is missing.
            if (escaped.Length + sign.Length > most - 1)
            {
                return escaped.Append(Cut).ToString();
            }

            _ = escaped.Append(sign);
        }

        return escaped.ToString();
    }
}
