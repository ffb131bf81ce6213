namespace Optimizer.Embedded.Ledger;

/// <summary>A unit's tallies as stored: name, count and sum of each, as numbers of seven bits a byte; signs in the lowest bit.</summary>
internal static class TallyBytes
{
    private const int LongestNumber = 10;

    /// <summary>Writes them and says how many bytes there are.</summary>
    public static int Write(UnitState unit, ref byte[] target)
    {
        var needed = unit.Tallies.Length * 3 * LongestNumber;
        if (target.Length < needed)
        {
            target = new byte[2 * needed];
        }

        var at = 0;
        foreach (var tally in unit.Tallies)
        {
            Write((ulong)tally.Name, target, ref at);
            Write((ulong)tally.Count, target, ref at);
            Write((ulong)((tally.Sum << 1) ^ (tally.Sum >> 63)), target, ref at);
        }

        return at;
    }

    /// <summary>Reads them into a unit.</summary>
    /// <exception cref="FormatException">They were not written so.</exception>
    public static void Read(ReadOnlySpan<byte> stored, UnitState unit)
    {
        while (!stored.IsEmpty)
        {
            ref var tally = ref unit.Of((long)Number(ref stored));
            tally.Count = (long)Number(ref stored);
            var sum = Number(ref stored);
            tally.Sum = (long)(sum >> 1) ^ -(long)(sum & 1);
        }
    }

    private static void Write(ulong number, byte[] target, ref int at)
    {
        for (; number >= 0x80; number >>= 7)
        {
            target[at++] = (byte)(number | 0x80);
        }

        target[at++] = (byte)number;
    }

    private static ulong Number(ref ReadOnlySpan<byte> rest)
    {
        var number = 0UL;
        for (var i = 0; i < LongestNumber && i < rest.Length; i++)
        {
            number |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                rest = rest[(i + 1)..];
                return number;
            }
        }

        throw new FormatException("a unit's tallies end within a number");
    }
}
