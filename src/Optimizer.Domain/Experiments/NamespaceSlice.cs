namespace Optimizer.Domain.Experiments;

/// <summary>
/// The part of a namespace that one experiment owns: units whose position in the namespace lies in the range may take
/// part, all others may not. The range is a non-empty half-open part of [0, 1).
/// </summary>
public sealed record NamespaceSlice
{
    /// <exception cref="ArgumentException">A name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or leaves [0, 1].</exception>
    public NamespaceSlice(string name, string experimentKey, AllocationRange range)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(experimentKey);

        Name = name;
        ExperimentKey = experimentKey;
        Range = range is { Start: >= 0, End: <= 1, Length: > 0 }
            ? range
            : throw new ArgumentOutOfRangeException(nameof(range), range, "A slice is a non-empty part of [0, 1).");
    }

    /// <summary>The namespace that the slice is cut from.</summary>
    public string Name { get; }

    /// <summary>The experiment that owns the slice.</summary>
    public string ExperimentKey { get; }

    /// <summary>Positions in the namespace, not in the experiment.</summary>
    public AllocationRange Range { get; }

    /// <summary>Whether the unit falls to this slice; the same unit always falls to the same place of a namespace.</summary>
    public bool Contains(string unitId) => CompatibleAssignment.InNamespace(unitId, Name, Range.Start, Range.End);
}
