using System.Globalization;
using System.Text;
using Optimizer.Workflows.Notices;

namespace Optimizer.Connectors.Notices;

/// <summary>A notice in one line for a terminal. What others wrote is shown without signs that move the cursor or turn the writing.</summary>
internal static class NoticeText
{
    private const int Longest = 240;

    public static string Line(KeptNotice kept, Uri? link)
    {
        var notice = kept.Notice;
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{kept.At.UtcDateTime:HH:mm}Z {notice.Severity,-4} "));
        _ = notice.Play == "-" ? text : text.Append(Plain(notice.Play)).Append(": ");
        text.Append(Plain(notice.Subject));
        if (notice.Request is { } request)
        {
            text.Append(CultureInfo.InvariantCulture, $" (answer until {request.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm}Z: optimizer approvals approve {Plain(request.Id)})");
        }

        return NoticeLink.Of(link, notice) is { } address ? text.Append(' ').Append(address).ToString() : text.ToString();
    }

    /// <summary>One line without control and format characters.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= Longest)
            {
                return plain.Append("...").ToString();
            }

            _ = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? plain.Append(' ')
                : plain.Append(rune);
        }

        return plain.ToString();
    }
}
