namespace Optimizer.Domain.Attribution;

/// <summary>Which events; everything set must hold.</summary>
/// <param name="Experiment">Its id.</param>
public sealed record LedgerQuery(string Experiment)
{
    public string? Variant { get; init; }

    public string? Event { get; init; }

    /// <summary>Inclusive, by when it happened.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; init; }
}
