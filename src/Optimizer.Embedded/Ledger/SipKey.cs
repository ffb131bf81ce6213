using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// 128-bit keys of texts: SipHash-2-4 (Aumasson and Bernstein 2012), keyed by chance, so that a sender cannot make texts whose keys meet; two
/// of ten billion meet by accident with odds of 1 in 10^18.
/// </summary>
internal sealed class SipKey(ulong first, ulong second)
{
    /// <summary>The key of a text within a space, such as units of one experiment.</summary>
    public UInt128 Of(ReadOnlySpan<char> text, long space = 0) => Of(MemoryMarshal.AsBytes(text), (ulong)space);

    public UInt128 Of(ReadOnlySpan<byte> bytes, ulong space)
    {
        var k0 = first ^ space;
        var (v0, v1, v2, v3) = (0x736f6d6570736575 ^ k0, 0x646f72616e646f6d ^ second ^ 0xee, 0x6c7967656e657261 ^ k0, 0x7465646279746573 ^ second);
        var last = (ulong)bytes.Length << 56;
        while (bytes.Length >= 8)
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref v0, ref v1, ref v2, ref v3);
            bytes = bytes[8..];
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        Take(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xee;
        Rounds(4, ref v0, ref v1, ref v2, ref v3);
        var low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        Rounds(4, ref v0, ref v1, ref v2, ref v3);
        return new UInt128(v0 ^ v1 ^ v2 ^ v3, low);
    }

    /// <summary>As stored: in this order the bytes sort as the keys do.</summary>
    public static void Write(UInt128 key, Span<byte> target) => BinaryPrimitives.WriteUInt128BigEndian(target, key);

    public static UInt128 Read(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadUInt128BigEndian(stored);

    private static void Take(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        Rounds(2, ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Rounds(int count, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        for (var i = 0; i < count; i++)
        {
            v0 += v1;
            v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
            v0 = BitOperations.RotateLeft(v0, 32);
            v2 += v3;
            v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }
}
