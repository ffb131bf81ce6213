using System.Runtime.CompilerServices;
using System.Text;

namespace Optimizer.Connectors.Files;

/// <summary>The written forms of a day.</summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Whether the text is <c>a/b/yyyy</c> or <c>a-b-yyyy</c>, whose order only the column can tell.</summary>
    public static bool TryUnordered(ReadOnlySpan<byte> text, out int first, out int second)
    {
        var parts = DateParts.Read(text);
        (first, second) = (parts.First, parts.Second);
        return parts.IsUnordered;
    }

    /// <summary>Null with the value, or why not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FieldProblem? Parse(ReadOnlySpan<byte> text, DateOrder order, out FieldDate value)
    {
        value = default;
        var parts = DateParts.Read(text);
        if (parts.ThirdDigits == 0)
        {
            return WithoutThreeParts(text, parts);
        }

        if (parts.FirstDigits != 4 && parts.ThirdDigits != 4)
        {
            return Malformed(text, "has no year of four digits");
        }

        int year, month, day;
        if (parts.FirstDigits == 4)
        {
            (year, month, day) = (parts.First, parts.Second, parts.Third);
        }
        else if (!parts.IsUnordered)
        {
            (year, month, day) = (parts.Third, parts.Second, parts.First);
        }
        else
        {
            var ordered = parts.First == parts.Second ? DateOrder.DayFirst : order;
            if (ordered == DateOrder.Undecided)
            {
                if (parts.First <= 12 && parts.Second <= 12)
                {
                    return Malformed(text, "can be read as month/day or as day/month");
                }

                ordered = parts.First > 12 ? DateOrder.DayFirst : DateOrder.MonthFirst;
            }

            (year, month, day) = ordered switch
            {
                DateOrder.MonthFirst => (parts.Third, parts.First, parts.Second),
                DateOrder.DayFirst => (parts.Third, parts.Second, parts.First),
                _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Unknown order."),
            };
            if (month > 12 && day <= 12)
            {
                return Malformed(text, ordered == DateOrder.MonthFirst
                    ? "is not month/day/year, as the column's other dates are"
                    : "is not day/month/year, as the column's other dates are");
            }
        }

        if (year is < FirstYear or > LastYear)
        {
            return Malformed(text, $"has a year outside {FirstYear} to {LastYear}");
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Malformed(text, "is not a day of the calendar");
        }

        if (!TimeText.TryParse(text[parts.Length..], out var time, out var offset))
        {
            return Malformed(text, "has no valid time after the day (such as 2024-01-31T23:59:00Z)");
        }

        value = new FieldDate(new DateOnly(year, month, day), time, offset);
        return null;
    }

    private static FieldProblem WithoutThreeParts(ReadOnlySpan<byte> text, DateParts parts)
    {
        if (parts.SecondDigits > 0 && parts.FirstDigits == 4)
        {
            return Malformed(text, "has no day");
        }

        // Two numbers and nothing else (10/11), or an English month name without any group of four digits (Sat-Oct-11).
        var rest = text[parts.Length..];
        var isDayAndMonth = parts.SecondDigits > 0 && (rest.IsEmpty || rest is [(byte)'.' or (byte)'/' or (byte)'-']);
        var isNamed = NamesMonth(text);
        return (isDayAndMonth || isNamed) && !HasYear(text)
            ? new FieldProblem(FieldProblemKind.NoYear, $"{FieldText.Show(text)} has no year; write dates as yyyy-MM-dd")
            : Malformed(text, isNamed ? "spells its month" : "is not a date");
    }

    private static bool NamesMonth(ReadOnlySpan<byte> text)
    {
        if (text.Length > 40 || !text.ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (var word in Encoding.UTF8.GetString(text).ToLowerInvariant().Split([' ', ',', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= 3 && word.All(char.IsAsciiLetter) && Months.Contains(word[..3]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasYear(ReadOnlySpan<byte> text)
    {
        var run = 0;
        foreach (var character in text)
        {
            run = char.IsAsciiDigit((char)character) ? run + 1 : 0;
            if (run == 4)
            {
                return true;
            }
        }

        return false;
    }

    private static FieldProblem Malformed(ReadOnlySpan<byte> text, string what) =>
        FieldProblem.Malformed($"{FieldText.Show(text)} {what}; write dates as yyyy-MM-dd");
}
