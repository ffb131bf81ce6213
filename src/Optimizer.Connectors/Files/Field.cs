using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Optimizer.Connectors.Files;

/// <summary>
/// Reads the value of one field. Spaces and tabs around it do not matter, the culture of the machine never does, and what
/// cannot be read exactly is refused with a reason rather than guessed.
/// </summary>
// Fully optimised at first call: a file is over before the runtime would tier these up.
public static class Field
{
    /// <summary>A finite number: digits, a point for decimals, an exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryNumber(ReadOnlySpan<byte> text, out double value, [NotNullWhen(false)] out FieldProblem? problem)
    {
        text = FieldText.Trim(text);
        problem = NumberText.TryParse(text, out value) ? null : NumberText.Problem(text, "a number");
        return problem is null;
    }

    /// <summary>
    /// A whole number within 64 bits. <c>134.0</c> is one too: pandas writes whole columns with gaps that way; <c>134.5</c> is not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryWhole(ReadOnlySpan<byte> text, out long value, [NotNullWhen(false)] out FieldProblem? problem)
    {
        text = FieldText.Trim(text);
        var digits = text;
        var point = text.IndexOf((byte)'.');
        if (point > 0 && point + 1 < text.Length && text[(point + 1)..].IndexOfAnyExcept((byte)'0') < 0)
        {
            digits = text[..point];
        }

        if (Utf8Parser.TryParse(digits, out value, out var used) && used == digits.Length)
        {
            problem = null;
            return true;
        }

        value = 0;
        problem = NumberText.TryParse(text, out var number)
            ? FieldProblem.Malformed(Math.Abs(number) >= long.MaxValue
                ? $"{FieldText.Show(text)} is too large; whole numbers reach {long.MaxValue}"
                : $"{FieldText.Show(text)} is not a whole number; write digits only")
            : NumberText.Problem(text, "a whole number");
        return false;
    }

    /// <summary>True or false: <c>true/false</c>, <c>yes/no</c> in any case, <c>1/0</c>, <c>1.0/0.0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value, [NotNullWhen(false)] out FieldProblem? problem)
    {
        text = FieldText.Trim(text);
        value = text.SequenceEqual("1"u8) || text.SequenceEqual("1.0"u8)
            || Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "yes"u8);
        problem = value || text.SequenceEqual("0"u8) || text.SequenceEqual("0.0"u8)
            || Ascii.EqualsIgnoreCase(text, "false"u8) || Ascii.EqualsIgnoreCase(text, "no"u8)
            ? null
            : text.IsEmpty
                ? FieldProblem.Empty("true or false")
                : FieldProblem.Malformed($"{FieldText.Show(text)} is neither true nor false; write true or false, yes or no, 1 or 0");
        return problem is null;
    }

    /// <summary>
    /// A day, with a time if one is written: <c>yyyy-MM-dd</c>, ISO date-time with or without offset, <c>M/d/yyyy</c> or
    /// <c>d/M/yyyy</c> (as <paramref name="order"/> says), <c>d.MM.yyyy</c>, <c>yyyyMMdd</c>; years 1900 to 2199.
    /// </summary>
    /// <param name="text">The field.</param>
    /// <param name="order">How the column writes day and month, from <see cref="DateColumn.FindOrder"/>.</param>
    /// <param name="value">The day as written.</param>
    /// <param name="problem">Why not; kind <see cref="FieldProblemKind.NoYear"/> for days without a year.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDate(ReadOnlySpan<byte> text, DateOrder order, out FieldDate value, [NotNullWhen(false)] out FieldProblem? problem)
    {
        text = FieldText.Trim(text);
        value = default;
        problem = text.IsEmpty ? FieldProblem.Empty("a date") : DateText.Parse(text, order, out value);
        return problem is null;
    }
}
