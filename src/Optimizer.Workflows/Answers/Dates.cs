using System.Globalization;
using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Answers;

/// <summary>Dates, months, weeks and years as people write them; without a year the latest that has begun.</summary>
internal static partial class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Of what lies outside there are no records, and the calendar of a zone ends somewhere.
    private const int Earliest = 1970;
    private const int Latest = 2200;

    /// <summary>First and last day; null when the text is no date, or there is none such.</summary>
    public static (DateOnly First, DateOnly Last)? Of(string text, DateOnly today) =>
        Read(text, today) is { First.Year: >= Earliest, Last.Year: < Latest } days ? days : null;

    private static (DateOnly First, DateOnly Last)? Read(string text, DateOnly today)
    {
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        return Week().Match(text) is { Success: true } week ? OfWeek(week, today)
            : DayOfMonth().Match(text) is { Success: true } date ? OfDay(date, today)
            : Month().Match(text) is { Success: true } month ? OfMonth(month, today)
            : text.Length == 4 && Number(text) is { } year ? (new(year, 1, 1), new(year, 12, 31))
            : null;
    }

    private static (DateOnly First, DateOnly Last)? OfWeek(Match match, DateOnly today)
    {
        var named = match.Groups["year"].Success ? Number(match.Groups["year"].Value)!.Value : (int?)null;
        var week = Number(match.Groups["week"].Value)!.Value;
        var year = named ?? ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue));
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        var first = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        if (named is null && first > today)
        {
            if (week > ISOWeek.GetWeeksInYear(year - 1))
            {
                return null;
            }

            first = DateOnly.FromDateTime(ISOWeek.ToDateTime(year - 1, week, DayOfWeek.Monday));
        }

        return (first, first.AddDays(6));
    }

    private static (DateOnly First, DateOnly Last)? OfDay(Match match, DateOnly today)
    {
        var (month, day) = (MonthOf(match.Groups["month"].Value), Number(match.Groups["day"].Value)!.Value);
        var named = Number(match.Groups["year"].Value);

        // The 29th of February may have to be looked for in four, around a century in eight years.
        for (var year = named ?? today.Year; year > 0 && year >= (named ?? today.Year - 8); year--)
        {
            if (day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && (named is not null || date <= today))
            {
                return (date, date);
            }
        }

        return null;
    }

    private static (DateOnly First, DateOnly Last)? OfMonth(Match match, DateOnly today)
    {
        var month = MonthOf(match.Groups["month"].Value);
        var isBefore = match.Groups["word"].Value == "last" && month == today.Month;
        var year = Number(match.Groups["year"].Value) ?? (month > today.Month || isBefore ? today.Year - 1 : today.Year);
        return year < 1 ? null : (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    }

    private static int MonthOf(string name) => Array.IndexOf(Months, name[..3]) + 1;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"\A(?:(?<year>[0-9]{4})-w(?<week>[0-9]{1,2})|week (?<week>[0-9]{1,2})(?: of (?<year>[0-9]{4}))?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"\A(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]+)|(?<month>[a-z]+) (?<day>[0-9]{1,2})(?:st|nd|rd|th)?)(?: (?<year>[0-9]{4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\A(?<word>last |this )?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?<year>[0-9]{4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
