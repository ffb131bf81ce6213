namespace Optimizer.Connectors.Files;

/// <summary>Stored gzip data with one small member of our own behind it, see <see cref="GzipText"/>.</summary>
internal sealed class SealedSource(Stream stored) : ForwardStream(stored)
{
    private readonly Stream _stored = stored;
    private int _sealed;

    /// <summary>What the seal unzips to.</summary>
    public static ReadOnlySpan<byte> SealText => "the gzip data ends here"u8;

    /// <summary>Whether the stored data is over and the seal was handed out.</summary>
    public bool Ended { get; private set; }

    private static ReadOnlySpan<byte> Seal =>
    [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0xC9, 0x48, 0x55, 0x48, 0xAF,
        0xCA, 0x2C, 0x50, 0x48, 0x49, 0x2C, 0x49, 0x54, 0x48, 0xCD, 0x4B, 0x29, 0x56, 0xC8, 0x48, 0x2D,
        0x4A, 0x05, 0x00, 0xE5, 0xC5, 0x71, 0x0B, 0x17, 0x00, 0x00, 0x00,
    ];

    public override int Read(Span<byte> buffer)
    {
        var count = Ended ? 0 : _stored.Read(buffer);
        if (count > 0 || buffer.IsEmpty)
        {
            return count;
        }

        Ended = true;
        count = Math.Min(buffer.Length, Seal.Length - _sealed);
        Seal.Slice(_sealed, count).CopyTo(buffer);
        _sealed += count;
        return count;
    }
}
