namespace Optimizer.Workflows.Instances;

/// <summary>Which instances to list; a field that is not set does not filter.</summary>
public sealed record InstanceQuery
{
    /// <summary>Only these states.</summary>
    public IReadOnlyCollection<RunState>? States { get; init; }

    /// <summary>Only ids that begin so, case included.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Only this workflow.</summary>
    public string? Workflow { get; init; }

    /// <summary>Created at or after.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created before.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Finished before.</summary>
    public DateTimeOffset? FinishedBefore { get; init; }

    /// <summary>Carrying all these tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Most instances on a page, 1 to 1,000.</summary>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(PageSize), value, "must be 1 to 1,000");
    } = 100;

    /// <summary><see cref="InstancePage.Next"/> of the page before; null for the first.</summary>
    public string? After { get; init; }
}
