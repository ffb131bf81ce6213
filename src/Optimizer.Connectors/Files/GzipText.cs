using System.IO.Compression;

namespace Optimizer.Connectors.Files;

/// <summary>
/// What gzip data unzips to, or <see cref="InvalidDataException"/> when it is damaged or cut off. The platform's own stream
/// takes a cut file for a short one and would have half an experiment evaluated. So a small member of our own is appended to the
/// data: it unzips to its text only if everything before it was complete.
/// </summary>
internal sealed class GzipText : ForwardStream
{
    private readonly SealedSource _source;
    private readonly GZipStream _text;
    private bool _complete;

    public GzipText(Stream stored)
        : this(new SealedSource(stored))
    {
    }

    private GzipText(SealedSource source)
        : this(source, new GZipStream(source, CompressionMode.Decompress))
    {
    }

    private GzipText(SealedSource source, GZipStream text)
        : base(text)
    {
        _source = source;
        _text = text;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_complete || buffer.IsEmpty)
        {
            return 0;
        }

        // More stored data is asked for only when all before it has come out: from the seal on, there is nothing but the seal.
        var count = _text.Read(buffer);
        if (!_source.Ended && count > 0)
        {
            return count;
        }

        RequireSeal(buffer[..count]);
        _complete = true;
        return 0;
    }

    private void RequireSeal(ReadOnlySpan<byte> start)
    {
        Span<byte> rest = stackalloc byte[SealedSource.SealText.Length + 1];
        var expected = SealedSource.SealText;
        if (expected.StartsWith(start))
        {
            var length = _text.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
            if (expected[start.Length..].SequenceEqual(rest[..length]))
            {
                return;
            }
        }

        throw new InvalidDataException("The gzip data is cut off, or something else follows it.");
    }
}
