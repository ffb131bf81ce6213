using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Optimizer.Connectors.Files;

/// <summary>The written form of finite numbers, and what is usually wrong where one was expected.</summary>
internal static class NumberText
{
    // Up to 15 digits and 10^22 are exact doubles, so that one division rounds correctly (Clinger 1990, fast path).
    private const int ExactDigits = 15;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<string> Currencies = SearchValues.Create(["$", "€", "£", "¥"], StringComparison.Ordinal);

    private static readonly HashSet<string> NotFinite = new(["nan", "inf", "infinity", "∞"], StringComparer.OrdinalIgnoreCase);

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) =>
        TryPlain(text, out value)
        || (double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <param name="text">The trimmed field that is no number.</param>
    /// <param name="wanted">What was asked for, such as "a number".</param>
    public static FieldProblem Problem(ReadOnlySpan<byte> text, string wanted)
    {
        if (text.IsEmpty)
        {
            return FieldProblem.Empty(wanted);
        }

        var shown = FieldText.Show(text);
        if (NotFinite.Contains(shown.Trim('\'', '+', '-')))
        {
            return FieldProblem.Malformed($"{shown} is not a finite number; leave the field empty when the value is missing");
        }

        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out _))
        {
            return FieldProblem.Malformed($"{shown} is too large for a number");
        }

        if (text[^1] == '%')
        {
            return FieldProblem.Malformed(double.TryParse(text[..^1], Style, CultureInfo.InvariantCulture, out var percent) && Math.Abs(percent) < 1e9
                ? string.Create(CultureInfo.InvariantCulture, $"{shown} is a percentage; write the share as a number ({(decimal)percent / 100:0.################})")
                : $"{shown} is a percentage; write the share as a number");
        }

        if (text.Contains((byte)':'))
        {
            return FieldProblem.Malformed(TimeSpan.TryParse(shown.Trim('\''), CultureInfo.InvariantCulture, out var duration)
                ? string.Create(CultureInfo.InvariantCulture, $"{shown} is a duration; write it in seconds ({duration.TotalSeconds})")
                : $"{shown} is a time or a duration; write a duration in seconds");
        }

        if (shown.AsSpan().ContainsAny(Currencies))
        {
            return FieldProblem.Malformed($"{shown} has a currency sign; write only the number");
        }

        return FieldProblem.Malformed(text.Contains((byte)',') && text.ContainsAnyInRange((byte)'0', (byte)'9')
            ? $"{shown} has a comma; use a point for decimals and nothing between thousands"
            : $"{shown} is not {wanted}; write digits, with a point for decimals");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryPlain(ReadOnlySpan<byte> text, out double value)
    {
        var negative = text is [(byte)'-', ..];
        var mantissa = 0L;
        var digits = 0;
        var point = -1;
        value = 0;
        foreach (var character in negative ? text[1..] : text)
        {
            if (char.IsAsciiDigit((char)character))
            {
                mantissa = (10 * mantissa) + (character - '0');
                if (++digits > ExactDigits)
                {
                    return false;
                }
            }
            else if (character == '.' && point < 0)
            {
                point = digits;
            }
            else
            {
                return false;
            }
        }

        value = mantissa / PowersOfTen[point < 0 ? 0 : digits - point];
        value = negative ? -value : value;
        return digits > 0;
    }
}
