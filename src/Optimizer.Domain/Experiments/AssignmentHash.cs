using System.Globalization;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Where a unit stands on the line [0, 1) of one experiment. The same seed, value and version give the same position on
/// every machine, for ever: the position is what makes an assignment sticky without storing anything.
/// </summary>
/// <remarks>
/// FNV-1a, 32 bits, over UTF-16 code units, so that any string has a position, also one that is not valid Unicode.
/// The positions equal those of the GrowthBook SDKs: a flag served by one of them assigns as we do.
/// </remarks>
public static class AssignmentHash
{
    /// <summary>1,000 positions, correlated between seeds. Kept for namespaces, whose format fixes it.</summary>
    public const int FirstVersion = 1;

    /// <summary>10,000 positions, hashed twice so that they are independent between seeds.</summary>
    public const int SecondVersion = 2;

    private const uint OffsetBasis = 0x811c9dc5;
    private const uint Prime = 0x01000193;

    /// <summary>
    /// Position in [0, 1). Version 1: (fnv(value + seed) mod 1000) / 1000. Version 2: (fnv(decimal digits of
    /// fnv(seed + value)) mod 10000) / 10000.
    /// </summary>
    /// <returns>The position, or null for a version that this code does not know: such a unit is not assigned.</returns>
    public static double? Position(string seed, string value, int version)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(value);

        return version switch
        {
            FirstVersion => Fnv32(value + seed) % 1_000 / 1_000.0,
            SecondVersion => PositionOf(seed, value),
            _ => null,
        };
    }

    /// <summary>Position in [0, 1) by the version that experiments use (<see cref="SecondVersion"/>).</summary>
    internal static double PositionOf(string seed, string value) =>
        Fnv32(Fnv32(seed + value).ToString(CultureInfo.InvariantCulture)) % 10_000 / 10_000.0;

    private static uint Fnv32(string text)
    {
        var hash = OffsetBasis;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash;
    }
}
