using System.Globalization;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Experiments that must never meet the same unit share one namespace: each owns a slice and slices never overlap.
/// An experiment owns at most one slice. A slice stays where it is while others come and go, so that no unit moves.
/// </summary>
public sealed record ExclusiveNamespace
{
    /// <summary>The hash of namespaces has 1,000 positions; a shorter slice might hold none of them.</summary>
    public const double LeastShare = 0.001;

    // Starts are sums of decimals; without it ten slices of 0.1 would not fit.
    private const double RoundingTolerance = 1e-9;

    /// <exception cref="ArgumentException">
    /// The name is blank, a slice is of another namespace, or two slices overlap or have the same owner.
    /// </exception>
    public ExclusiveNamespace(string name, IEnumerable<NamespaceSlice> slices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(slices);

        Name = name;
        Slices = Exclusive(name, [.. slices.OrderBy(slice => slice.Range.Start)]);
    }

    public string Name { get; }

    /// <summary>In order of their start.</summary>
    public IReadOnlyList<NamespaceSlice> Slices { get; }

    /// <summary>A namespace in which every position is free.</summary>
    public static ExclusiveNamespace Empty(string name) => new(name, []);

    /// <summary>What the experiment owns, or null.</summary>
    public NamespaceSlice? SliceOf(string experimentKey) =>
        Slices.FirstOrDefault(slice => slice.ExperimentKey == experimentKey);

    /// <summary>The namespace in which the experiment owns the first free range of that length.</summary>
    /// <param name="experimentKey">An experiment that owns no slice yet.</param>
    /// <param name="share">Share of all units, from <see cref="LeastShare"/> to 1.</param>
    /// <returns>The fuller namespace, or null when no free range is long enough: the experiment has to wait.</returns>
    /// <exception cref="ArgumentException">The experiment owns a slice already, or its key is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is too small or more than 1.</exception>
    public ExclusiveNamespace? Claim(string experimentKey, double share)
    {
        if (share is not (>= LeastShare and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, $"A share of a namespace lies in [{LeastShare}, 1].");
        }

        var starts = Slices.Select(slice => slice.Range.End).Prepend(0);
        var ends = Slices.Select(slice => slice.Range.Start).Append(1);

        return starts.Zip(ends)
            .Where(gap => gap.Second - gap.First >= share - RoundingTolerance)
            .Select(gap => new AllocationRange(gap.First, Math.Min(gap.First + share, gap.Second)))
            .Select(range => new NamespaceSlice(Name, experimentKey, range))
            .Select(slice => new ExclusiveNamespace(Name, Slices.Append(slice)))
            .FirstOrDefault();
    }

    /// <summary>The namespace after the experiment has ended; its positions are free.</summary>
    public ExclusiveNamespace Release(string experimentKey) =>
        new(Name, Slices.Where(slice => slice.ExperimentKey != experimentKey));

    public bool Equals(ExclusiveNamespace? other) =>
        other is not null && Name == other.Name && Slices.SequenceEqual(other.Slices);

    public override int GetHashCode() => Slices.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    private static IReadOnlyList<NamespaceSlice> Exclusive(string name, IReadOnlyList<NamespaceSlice> slices)
    {
        foreach (var slice in slices.Where(slice => slice.Name != name))
        {
            throw new ArgumentException(
                $"The slice of '{slice.ExperimentKey}' is cut from namespace '{slice.Name}', not from '{name}'.", nameof(slices));
        }

        foreach (var (first, second) in slices.Zip(slices.Skip(1)).Where(pair => pair.First.Range.Overlaps(pair.Second.Range)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The slices of '{first.ExperimentKey}' (to {first.Range.End}) and '{second.ExperimentKey}' (from {second.Range.Start}) overlap in namespace '{name}'."),
                nameof(slices));
        }

        return slices.GroupBy(slice => slice.ExperimentKey).FirstOrDefault(owner => owner.Count() > 1) is { } twice
            ? throw new ArgumentException($"Experiment '{twice.Key}' owns more than one slice of namespace '{name}'.", nameof(slices))
            : slices;
    }
}
