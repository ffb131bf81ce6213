namespace Optimizer.Connectors.Files;

/// <summary>The written forms of a time of day behind a day: <c>THH:mm[:ss[.fraction]]</c> with <c>Z</c>, <c>UTC</c>, an offset or nothing.</summary>
internal static class TimeText
{
    /// <summary>True for nothing at all too, with no time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly? time, out TimeSpan? offset)
    {
        time = null;
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        var rest = text[1..];
        if (text[0] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryNumber(ref rest, 1, 23, out var hours) || !TrySkip(ref rest, ':') || !TryNumber(ref rest, 2, 59, out var minutes))
        {
            return false;
        }

        var seconds = 0;
        var fraction = 0L;
        if (TrySkip(ref rest, ':')
            && (!TryNumber(ref rest, 2, 59, out seconds) || (TrySkip(ref rest, '.') && !TryFraction(ref rest, out fraction))))
        {
            return false;
        }

        time = new TimeOnly((((hours * 60L) + minutes) * 60 + seconds) * TimeSpan.TicksPerSecond + fraction);
        return TryOffset(rest, out offset);
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out TimeSpan? offset)
    {
        offset = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        rest = FieldText.Trim(rest);
        if (rest is [(byte)'Z' or (byte)'z'] || rest.SequenceEqual("UTC"u8))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var minutes = 0;
        var negative = rest is [(byte)'-', ..];
        if ((!TrySkip(ref rest, '-') && !TrySkip(ref rest, '+')) || !TryNumber(ref rest, 2, 14, out var hours))
        {
            return false;
        }

        var hasMinutes = TrySkip(ref rest, ':') || !rest.IsEmpty;
        if (hasMinutes && !TryNumber(ref rest, 2, hours == 14 ? 0 : 59, out minutes))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (negative ? -1 : 1);
        return rest.IsEmpty;
    }

    // Two digits, or one where a single digit is written (9:05).
    private static bool TryNumber(ref ReadOnlySpan<byte> rest, int fewest, int largest, out int value)
    {
        var digits = 0;
        value = 0;
        while (digits < 2 && digits < rest.Length && char.IsAsciiDigit((char)rest[digits]))
        {
            value = (10 * value) + (rest[digits++] - '0');
        }

        rest = rest[digits..];
        return digits >= fewest && value <= largest;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        var unit = TimeSpan.TicksPerSecond;
        var digits = 0;
        for (; digits < rest.Length && char.IsAsciiDigit((char)rest[digits]); digits++)
        {
            unit /= 10;
            ticks += unit * (rest[digits] - '0');
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, char expected)
    {
        var found = !rest.IsEmpty && rest[0] == expected;
        rest = found ? rest[1..] : rest;
        return found;
    }
}
