namespace Optimizer.Connectors.Files;

/// <summary>Finds the separator of a file from its beginning.</summary>
internal static class DelimiterGuess
{
    /// <summary>Bytes that are looked at.</summary>
    public const int SampleBytes = 1 << 16;

    private const int SampleRecords = 50;

    // In order of preference where the file fits several equally well.
    private static ReadOnlySpan<byte> Candidates => ",\t;|"u8;

    /// <summary>
    /// The candidate that stands in the first record and, in the largest share of the records after it, as often as there;
    /// among equals the more frequent. A file without any of them has one column, and any separator reads it.
    /// </summary>
    /// <param name="sample">The beginning of the file.</param>
    public static byte Find(ReadOnlySpan<byte> sample)
    {
        Span<int> header = stackalloc int[Candidates.Length];
        Span<int> counts = stackalloc int[Candidates.Length];
        Span<int> agreeing = stackalloc int[Candidates.Length];
        header.Clear();
        agreeing.Clear();
        var records = 0;
        while (records < SampleRecords && TryCount(ref sample, counts))
        {
            records++;
            if (records == 1)
            {
                counts.CopyTo(header);
            }

            for (var i = 0; i < counts.Length; i++)
            {
                agreeing[i] += counts[i] == header[i] ? 1 : 0;
            }
        }

        var best = 0;
        for (var i = 1; i < header.Length; i++)
        {
            var better = header[best] == 0 || agreeing[i] > agreeing[best]
                || (agreeing[i] == agreeing[best] && header[i] > header[best]);
            best = header[i] > 0 && better ? i : best;
        }

        return Candidates[best];
    }

    // Counts candidates outside quotes in the next record that is not blank, and moves behind it.
    private static bool TryCount(ref ReadOnlySpan<byte> sample, scoped Span<int> counts)
    {
        sample = sample.TrimStart("\r\n"u8);
        counts.Clear();
        var quoted = false;
        var fieldStart = true;
        for (var at = 0; at < sample.Length; at++)
        {
            var value = sample[at];
            if (value == '"')
            {
                quoted = quoted ? at + 1 < sample.Length && sample[at + 1] == '"' : fieldStart;
                at += quoted && !fieldStart ? 1 : 0;
                fieldStart = false;
                continue;
            }

            if (!quoted && value is (byte)'\r' or (byte)'\n')
            {
                sample = sample[at..];
                return true;
            }

            var candidate = quoted ? -1 : Candidates.IndexOf(value);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }

            fieldStart = candidate >= 0;
        }

        // The last record may be cut by the end of the sample: only a file of one record has nothing better.
        var any = !sample.IsEmpty;
        sample = [];
        return any;
    }
}
