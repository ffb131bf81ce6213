using System.Globalization;
using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Answers;

/// <summary>
/// Finds "yesterday", "on Tuesday", "last week", "in March", "since 2026-03-01", "last 7 days" in a text. Days are those of the zone's
/// calendar, weeks begin on Monday, and what names no year or week is the latest that has begun.
/// </summary>
public static partial class TimePhrases
{
    private const string Months =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private const string Day = @"(?:(?:the\s+)?day\s+before\s+yesterday|yesterday|today|(?:last\s+|this\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        + @"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|(?:the\s+)?[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:" + Months + @")(?:,?\s+[0-9]{4})?"
        + "|(?:" + Months + @")\s+[0-9]{1,2}(?:st|nd|rd|th)?\b(?:,?\s+[0-9]{4})?)";

    private const string Stretch = @"(?:last|this|the\s+past|past)\s+(?:week|month|year|weekend)|(?:the\s+)?week\s+[0-9]{1,2}(?:\s+of\s+[0-9]{4})?|[0-9]{4}-w[0-9]{1,2}"
        + "|(?:last\\s+|this\\s+)?(?:" + Months + @")\b(?:\s+[0-9]{4})?|20[0-9][0-9]";

    private const string Number = "[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an";

    private const string Unit = "hour|day|week|month";

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Reads the first phrase of time in a text.</summary>
    /// <param name="text">Of the asker.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="zone">Whose days are meant.</param>
    public static TimeReading Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        var clock = new LocalDayClock(now, zone);
        foreach (var (form, read) in Forms)
        {
            if (form.Match(text) is { Success: true } match && read(match, clock) is { } time)
            {
                return new(time, $"{text[..match.Index]} {text[(match.Index + match.Length)..]}");
            }
        }

        return new(null, text);
    }

    // The more exact come first: "since last week" is not "last week".
    private static IEnumerable<(Regex Form, Func<Match, LocalDayClock, AskedTime?> Read)> Forms =>
    [
        (Between(), (match, clock) => Days(match.Groups["a"].Value, clock) is { } from && Days(match.Groups["b"].Value, clock) is { } to && from.First <= to.Last
            ? clock.Span(from.First, to.Last, "from", "to") : null),
        (Since(), (match, clock) => Days(match.Groups["a"].Value, clock) is { } from ? clock.From(
            match.Groups["word"].Value.StartsWith("after", StringComparison.OrdinalIgnoreCase) ? from.Last.AddDays(1) : from.First) : null),
        (Before(), (match, clock) => Days(match.Groups["a"].Value, clock) is { } until ? clock.To(
            match.Groups["word"].Value.StartsWith("before", StringComparison.OrdinalIgnoreCase) ? until.First.AddDays(-1) : until.Last) : null),
        (Lately(), (match, clock) => clock.Lately(Whole(match.Groups["n"].Value), match.Groups["unit"].Value.ToLowerInvariant())),
        (Ago(), (match, clock) => clock.Ago(Whole(match.Groups["n"].Value), match.Groups["unit"].Value.ToLowerInvariant())),
        (On(), (match, clock) => Days(match.Groups["a"].Value, clock) is { } days ? clock.Span(days.First, days.Last, days.First == days.Last ? "on" : "from", "to") : null),
    ];

    /// <summary>First and last day that a word or date means; null when there is no such day.</summary>
    private static (DateOnly First, DateOnly Last)? Days(string phrase, LocalDayClock clock)
    {
        var text = string.Join(' ', phrase.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(",", "", StringComparison.Ordinal);
        text = text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
        return text switch
        {
            "today" or "this morning" or "this afternoon" => (clock.Today, clock.Today),
            "yesterday" => (clock.Today.AddDays(-1), clock.Today.AddDays(-1)),
            "day before yesterday" => (clock.Today.AddDays(-2), clock.Today.AddDays(-2)),
            "this week" => (clock.Monday, clock.Today),
            "last week" or "past week" => (clock.Monday.AddDays(-7), clock.Monday.AddDays(-1)),
            "this weekend" or "last weekend" or "past weekend" => Weekend(clock, text),
            "this month" => (clock.Month, clock.Today),
            "last month" or "past month" => (clock.Month.AddMonths(-1), clock.Month.AddDays(-1)),
            "this year" => (new(clock.Today.Year, 1, 1), clock.Today),
            "last year" or "past year" => (new(clock.Today.Year - 1, 1, 1), new(clock.Today.Year - 1, 12, 31)),
            _ => Weekday(text, clock) ?? Dates.Of(text, clock.Today),
        };
    }

    private static (DateOnly First, DateOnly Last) Weekend(LocalDayClock clock, string text)
    {
        var saturday = clock.Monday.AddDays(5);
        var first = saturday > clock.Today || text.StartsWith("last", StringComparison.Ordinal) ? saturday.AddDays(-7) : saturday;
        return (first, first.AddDays(1));
    }

    private static (DateOnly First, DateOnly Last)? Weekday(string text, LocalDayClock clock)
    {
        var isThis = text.StartsWith("this ", StringComparison.Ordinal);
        var name = text.Split(' ')[^1];
        if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var wanted) || !char.IsAsciiLetter(name[0]))
        {
            return null;
        }

        // On a Tuesday "on Tuesday" is a week ago: of the day itself people say today.
        var back = ((int)clock.Today.DayOfWeek - (int)wanted + 7) % 7;
        var day = clock.Today.AddDays(back == 0 && !isThis ? -7 : -back);
        return (day, day);
    }

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Numbers, text.ToLowerInvariant()) is > 0 and var known ? known
        : 1;

    [GeneratedRegex(@"\b(?:between|from)\s+(?<a>" + Day + "|" + Stretch + @")\s+(?:and|to|until|till)\s+(?<b>" + Day + "|" + Stretch + @")(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?<word>since|after|starting)\s+(?<a>" + Day + "|" + Stretch + @")(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(?<word>before|until|till|up\s+to)\s+(?<a>" + Day + "|" + Stretch + @")(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:(?:in|over|during|for|within)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?<n>" + Number + @")\s+(?<unit>" + Unit + @")s?(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Lately();

    [GeneratedRegex(@"(?<![\w-])(?<n>" + Number + @")\s+(?<unit>" + Unit + @")s?\s+ago\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Ago();

    [GeneratedRegex(@"(?:\b(?:on|in|during|of|for|at)\s+(?<a>" + Day + "|" + Stretch + @")|(?<![\w-])(?<a>" + Day + @"|this\s+(?:morning|afternoon)|(?:last|this|the\s+past)\s+(?:week|month|year|weekend)|(?:last|this)\s+(?:" + Months + @")|[0-9]{4}-w[0-9]{1,2}))(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex On();
}
