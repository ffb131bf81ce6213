namespace Optimizer.Domain.Experiments;

/// <summary>Who gets which variant: a unit is assigned to one, or not assigned and the reason is known.</summary>
public abstract record Assignment
{
    private Assignment(string experimentKey, string unitId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(experimentKey);
        ArgumentNullException.ThrowIfNull(unitId);

        ExperimentKey = experimentKey;
        UnitId = unitId;
    }

    public string ExperimentKey { get; }

    /// <summary>Visitor, lead or account: what is randomised; any text.</summary>
    public string UnitId { get; }

    /// <summary>The unit gets a variant and keeps it as long as the experiment runs.</summary>
    public sealed record Assigned : Assignment
    {
        public Assigned(string experimentKey, string unitId, int variantIndex)
            : base(experimentKey, unitId) =>
            VariantIndex = variantIndex >= 0
                ? variantIndex
                : throw new ArgumentOutOfRangeException(nameof(variantIndex), variantIndex, "A variant has an index of 0 (control) or more.");

        /// <summary>0 is the control.</summary>
        public int VariantIndex { get; }
    }

    /// <summary>The unit takes no part: it sees what is live and is not counted.</summary>
    public sealed record NotAssigned : Assignment
    {
        public NotAssigned(string experimentKey, string unitId, NotAssignedReason reason)
            : base(experimentKey, unitId) => Reason = reason;

        public NotAssignedReason Reason { get; }
    }
}
