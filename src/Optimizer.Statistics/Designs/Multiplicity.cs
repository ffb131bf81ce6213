namespace Optimizer.Statistics.Designs;

/// <summary>
/// Several variants or metrics judged at once. p-values for secondary metrics; e-values for variants under daily looks,
/// where any dependence between them is allowed.
/// </summary>
public static class Multiplicity
{
    /// <summary>min(1, p k).</summary>
    public static double[] Bonferroni(IReadOnlyList<double> pValues)
    {
        Validate(pValues);
        return [.. pValues.Select(p => Math.Min(1, p * pValues.Count))];
    }

    /// <summary>Step-down adjusted p-values (Holm 1979): family-wise error under any dependence.</summary>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        Validate(pValues);
        var adjusted = new double[pValues.Count];
        var highest = 0.0;
        foreach (var (rank, index) in Ascending(pValues).Index())
        {
            highest = Math.Max(highest, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            adjusted[index] = highest;
        }

        return adjusted;
    }

    /// <summary>Step-up adjusted p-values (Benjamini and Hochberg 1995): false discovery rate under independence.</summary>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        Validate(pValues);
        var adjusted = new double[pValues.Count];
        var lowest = 1.0;
        foreach (var (rank, index) in Ascending(pValues).Index().Reverse())
        {
            lowest = Math.Min(lowest, pValues[index] * pValues.Count / (rank + 1));
            adjusted[index] = lowest;
        }

        return adjusted;
    }

    /// <summary>Rejects k when e_k >= K/alpha: family-wise error under any dependence.</summary>
    public static bool[] EBonferroni(IReadOnlyList<double> eValues, double alpha)
    {
        ValidateEvidence(eValues);
        Require.Probability(alpha);
        return [.. eValues.Select(e => e >= eValues.Count / alpha)];
    }

    /// <summary>
    /// Rejects the k* largest, k* the greatest k whose k-th largest e-value is at least K/(alpha k): false discovery rate
    /// under any dependence (Wang and Ramdas 2022).
    /// </summary>
    public static bool[] EBenjaminiHochberg(IReadOnlyList<double> eValues, double alpha)
    {
        ValidateEvidence(eValues);
        Require.Probability(alpha);
        var descending = Enumerable.Range(0, eValues.Count).OrderByDescending(index => eValues[index]).ToArray();
        var rejected = new bool[eValues.Count];
        for (var k = eValues.Count; k >= 1; k--)
        {
            if (eValues[descending[k - 1]] >= eValues.Count / (alpha * k))
            {
                foreach (var index in descending.Take(k))
                {
                    rejected[index] = true;
                }

                break;
            }
        }

        return rejected;
    }

    private static IEnumerable<int> Ascending(IReadOnlyList<double> values) =>
        Enumerable.Range(0, values.Count).OrderBy(index => values[index]);

    private static void ValidateEvidence(IReadOnlyList<double> eValues)
    {
        ArgumentNullException.ThrowIfNull(eValues);
        foreach (var e in eValues)
        {
            if (!(e >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(eValues), e, "must be at least 0 (infinite evidence is allowed)");
            }
        }
    }

    private static void Validate(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        foreach (var p in pValues)
        {
            Require.Share(p, nameof(pValues));
        }
    }
}
