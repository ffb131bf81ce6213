namespace Optimizer.Connectors.Files;

/// <summary>How a delimited file is read. The defaults suit every file that a spreadsheet, a database or pandas writes.</summary>
public sealed record DelimitedOptions
{
    /// <summary>The separator: an ASCII character other than a quote or a line end; null (default) finds it out of <c>, ; tab |</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character cannot separate fields.</exception>
    public char? Delimiter
    {
        get;
        init => field = value is null or (> '\0' and < (char)128 and not ('"' or '\r' or '\n'))
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Delimiter), value, "A separator is one ASCII character other than a quote or a line end.");
    }

    /// <summary>Longest record that is accepted, in bytes of UTF-8 (default 1 MiB): it bounds the memory a broken file can take.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 1 byte to 1 GiB.</exception>
    public int MaxRecordBytes
    {
        get;
        init => field = value is > 0 and <= 1 << 30
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxRecordBytes), value, "The limit is 1 byte to 1 GiB.");
    } = 1 << 20;

    /// <summary>Bytes read at a time; tests make it small so that records straddle its end.</summary>
    internal int BufferBytes { get; init; } = 1 << 17;
}
