namespace Optimizer.Domain.Experiments;

/// <summary>
/// What decides who gets which variant of one experiment: its key, which is also the salt of the hash, its allocation,
/// and its slice when it must not share units with other experiments.
/// </summary>
/// <remarks>
/// Every experiment has its own salt, so the users of one spread evenly over the variants of the next and no variant's
/// users are re-used as a block (the statistics note, "Carry-over").
/// </remarks>
public sealed record AssignmentPlan
{
    /// <exception cref="ArgumentException">The key is blank, or the slice is owned by another experiment.</exception>
    public AssignmentPlan(string experimentKey, Allocation allocation, NamespaceSlice? slice = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(experimentKey);
        ArgumentNullException.ThrowIfNull(allocation);

        ExperimentKey = experimentKey;
        Allocation = allocation;
        Slice = slice is null || slice.ExperimentKey == experimentKey
            ? slice
            : throw new ArgumentException(
                $"The slice of namespace '{slice.Name}' is owned by '{slice.ExperimentKey}', not by '{experimentKey}'.", nameof(slice));
    }

    /// <summary>Unique per experiment, never re-used.</summary>
    public string ExperimentKey { get; }

    public Allocation Allocation { get; }

    /// <summary>Null when the experiment may meet every unit.</summary>
    public NamespaceSlice? Slice { get; }
}
