using System.Runtime.CompilerServices;

namespace Optimizer.Connectors.Files;

/// <summary>The numbers at the start of a written day, with how many digits each has (0: absent), and where they end.</summary>
internal readonly record struct DateParts(
    int First, int FirstDigits, int Second, int SecondDigits, int Third, int ThirdDigits, byte Separator, int Length)
{
    /// <summary>Whether day and month may stand either way round; with points the day always comes first.</summary>
    public bool IsUnordered => FirstDigits <= 2 && ThirdDigits == 4 && Separator is (byte)'/' or (byte)'-';

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DateParts Read(ReadOnlySpan<byte> text)
    {
        var first = Digits(text, 8, out var firstDigits);
        if (firstDigits == 8 && text.Length == 8)
        {
            return new DateParts(first / 10000, 4, first / 100 % 100, 2, first % 100, 2, 0, 8);
        }

        var length = firstDigits;
        if (firstDigits is 0 or 3 or > 4 || length == text.Length || text[length] is not ((byte)'-' or (byte)'/' or (byte)'.'))
        {
            return new DateParts(first, firstDigits, 0, 0, 0, 0, 0, length);
        }

        var separator = text[length];
        var second = Digits(text[(length + 1)..], 2, out var secondDigits);
        length += 1 + secondDigits;
        if (secondDigits == 0 || length == text.Length || text[length] != separator)
        {
            return new DateParts(first, firstDigits, second, secondDigits, 0, 0, separator, length);
        }

        var third = Digits(text[(length + 1)..], firstDigits == 4 ? 2 : 4, out var thirdDigits);
        return thirdDigits == 0
            ? new DateParts(first, firstDigits, second, secondDigits, 0, 0, separator, length)
            : new DateParts(first, firstDigits, second, secondDigits, third, thirdDigits, separator, length + 1 + thirdDigits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text, int most, out int count)
    {
        var value = 0;
        for (count = 0; count < most && count < text.Length && char.IsAsciiDigit((char)text[count]); count++)
        {
            value = (10 * value) + (text[count] - '0');
        }

        return value;
    }
}
