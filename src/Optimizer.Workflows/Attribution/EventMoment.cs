namespace Optimizer.Workflows.Attribution;

/// <summary>The written form of an event's moment: <c>yyyy-MM-ddTHH:mm:ss[.fraction][Z|±HH:mm]</c>; without an offset it is UTC.</summary>
internal static class EventMoment
{
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length < 19
            || !TryDigits(text[..4], out var year) || text[4] != '-' || !TryDigits(text[5..7], out var month) || text[7] != '-' || !TryDigits(text[8..10], out var day)
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryDigits(text[11..13], out var hour) || text[13] != ':' || !TryDigits(text[14..16], out var minute) || text[16] != ':' || !TryDigits(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).Ticks;
        var rest = text[19..];
        if (rest is [(byte)'.', _, ..])
        {
            rest = rest[1..];
            var unit = TimeSpan.TicksPerSecond;
            var digits = 0;
            for (; digits < rest.Length && char.IsAsciiDigit((char)rest[digits]); digits++)
            {
                unit /= 10;
                ticks += unit * (rest[digits] - '0');
            }

            rest = rest[digits..];
            if (digits == 0)
            {
                return false;
            }
        }

        if (!TryOffset(rest, out var offset) || ticks - offset < 0 || ticks - offset > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        moment = new DateTimeOffset(ticks - offset, TimeSpan.Zero);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest is [(byte)'Z'] or [(byte)'z'])
        {
            return true;
        }

        if (rest[0] is not ((byte)'+' or (byte)'-') || rest.Length is not (5 or 6) || !TryDigits(rest[1..3], out var hours)
            || (rest.Length == 6 && rest[3] != ':') || !TryDigits(rest[^2..], out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        ticks = ((60L * hours) + minutes) * TimeSpan.TicksPerMinute * (rest[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var sign in text)
        {
            if (sign is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (10 * number) + (sign - '0');
        }

        return true;
    }
}
