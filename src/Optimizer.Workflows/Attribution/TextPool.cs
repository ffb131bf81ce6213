using System.Text;

namespace Optimizer.Workflows.Attribution;

/// <summary>Texts that come again and again, such as the names of variants: made once. Not safe for several threads.</summary>
internal sealed class TextPool
{
    private const int Places = 1 << 12;
    private const int Longest = 64;

    private readonly (byte[] Bytes, string Text)[] _kept = new (byte[], string)[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 2166136261u;
        foreach (var sign in utf8)
        {
            hash = (hash ^ sign) * 16777619;
        }

        ref var kept = ref _kept[hash % Places];
        if (kept.Bytes is null || !utf8.SequenceEqual(kept.Bytes))
        {
            kept = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return kept.Text;
    }
}
