using System.Globalization;
using System.Text;

namespace Optimizer.Workflows.Answers;

/// <summary>How answers write what is not theirs: text of others, ids and times.</summary>
internal static class Says
{
    private const int Longest = 400;

    /// <summary>
    /// Text of others as one line that cannot be taken for the answer's own: no line breaks, no marks that cannot be seen, and none of the
    /// brackets and quotes that the answer itself is written with.
    /// </summary>
    public static string Clean(string text, int longest = Longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest)
            {
                return clean.Append('…').ToString();
            }

            _ = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                    clean.Length > 0 && clean[^1] != ' ' ? clean.Append(' ') : clean,
                UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => clean,
                _ => rune.Value switch
                {
                    '[' => clean.Append('('),
                    ']' => clean.Append(')'),
                    '"' => clean.Append('\''),
                    _ => clean.Append(rune.ToString()),
                },
            };
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Text of others, cleaned and in double quotes: data, whatever it says.</summary>
    public static string Quote(string text) => $"\"{Clean(text)}\"";

    /// <summary>A name as it is when it is nothing but an id or an address, else quoted.</summary>
    public static string Name(string text) => IsPlainId(text.Replace('@', '-').Replace('+', '-')) ? text : Quote(text);

    /// <summary>Letters, digits, dots, dashes and underscores: what the ids of this product are made of.</summary>
    public static bool IsPlainId(string text) =>
        text.Length is > 0 and <= 200 && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_' or '.');

    /// <summary>A moment on the clock of the zone: Tue 2026-03-10 14:00 UTC.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.ToString(local.Offset == TimeSpan.Zero ? "ddd yyyy-MM-dd HH:mm 'UTC'" : "ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>A day: Tue 2026-03-10.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Names in a row: a, b and c.</summary>
    public static string List(IReadOnlyList<string> names, string last = "and") =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {last} {names[^1]}";
}
