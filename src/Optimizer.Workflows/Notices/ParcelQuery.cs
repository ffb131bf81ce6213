namespace Optimizer.Workflows.Notices;

/// <summary>Which parcels; everything set must hold.</summary>
public sealed record ParcelQuery
{
    /// <summary>Slug of a play that it tells of.</summary>
    public string? Play { get; init; }

    public string? Sink { get; init; }

    /// <summary>Only those whose last attempt failed: waiting to be tried again, or given up.</summary>
    public bool Failed { get; init; }

    /// <summary>Only lower numbers: the page after one.</summary>
    public long? Before { get; init; }

    /// <summary>At least 1.</summary>
    public int Most { get; init; } = 50;
}
