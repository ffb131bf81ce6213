namespace Optimizer.Connectors.Files;

/// <summary>Quoted values: they end at a quote that is not doubled, and each doubled quote in them stands for one.</summary>
internal static class QuotedText
{
    private const byte Quote = (byte)'"';

    /// <summary>Place of the closing quote; -1 when the text ends before it is certain.</summary>
    /// <param name="text">What is known of the file.</param>
    /// <param name="open">Place of the opening quote.</param>
    /// <param name="ended">Whether nothing follows the text, so that a quote at its end is no half of two.</param>
    /// <param name="doubled">Whether doubled quotes were met.</param>
    public static int FindClosing(ReadOnlySpan<byte> text, int open, bool ended, out bool doubled)
    {
        doubled = false;
        for (var at = open + 1; ; at += 2)
        {
            var step = text[at..].IndexOf(Quote);
            at += step;
            if (step < 0 || (at + 1 == text.Length && !ended))
            {
                return -1;
            }

            if (at + 1 == text.Length || text[at + 1] != Quote)
            {
                return at;
            }

            doubled = true;
        }
    }

    /// <summary>Makes each doubled quote one, in place.</summary>
    /// <returns>The new length.</returns>
    public static int Undouble(Span<byte> value)
    {
        var length = 0;
        for (var from = 0; from < value.Length; from++)
        {
            value[length++] = value[from];
            from += value[from] == Quote ? 1 : 0;
        }

        return length;
    }
}
