namespace Optimizer.Domain.Attribution;

/// <summary>What one visitor did in an experiment: a row of the attribution ledger (S3-016, S3-046).</summary>
public sealed record AttributionEvent
{
    /// <summary>Given by the sender; the same id twice is one event.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Experiment { get; init; }

    /// <summary>Name of the variant that the unit had.</summary>
    public required string Variant { get; init; }

    /// <summary>view, click, checkout, purchase, or a name of the play's own.</summary>
    public required string Event { get; init; }

    /// <summary>Amount, such as a price; null when the event has none. Kept to a millionth, so that sums are exact.</summary>
    public decimal? Value { get; init; }

    /// <summary>Pseudonymous id of the visitor or session: what was randomised.</summary>
    public required string Unit { get; init; }

    /// <summary>The page, such as /pricing; empty when there is none.</summary>
    public string Path { get; init; } = "";
}
