namespace Optimizer.Domain.Attribution;

/// <summary>
/// Running sums of one variant, one assignment day and one stretch of unchanged shares. An experiment is read from these alone,
/// however many events there are.
/// </summary>
public sealed record VariantTotal
{
    public required DateOnly Day { get; init; }

    /// <summary>Index into the experiment's variants.</summary>
    public required int Variant { get; init; }

    /// <summary>Shares in force when these units were assigned.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Units assigned.</summary>
    public required long Units { get; init; }

    /// <summary>What they did, by name of event.</summary>
    public required IReadOnlyDictionary<string, EventTotal> Events { get; init; }
}
