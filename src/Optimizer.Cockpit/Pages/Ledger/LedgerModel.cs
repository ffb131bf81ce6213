using Optimizer.Domain.Attribution;

namespace Optimizer.Cockpit.Pages.Ledger;

/// <summary>What visitors did, summed; and for those who may see it, the events.</summary>
public sealed record LedgerModel
{
    /// <summary>What was asked.</summary>
    public required LedgerAsk Ask { get; init; }

    /// <summary>Why it cannot be answered; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Experiments that the ledger knows, the newest first, as many as fit.</summary>
    public required IReadOnlyList<LedgerExperiment> Known { get; init; }

    /// <summary>How many it knows.</summary>
    public required int KnownCount { get; init; }

    /// <summary>The one that was asked about; null for none.</summary>
    public LedgerExperiment? Experiment { get; init; }

    /// <summary>Its running sums, control first; empty when a part was asked about.</summary>
    public IReadOnlyList<VariantSums> Totals { get; init; } = [];

    /// <summary>Exact sums over the events of the part that was asked about.</summary>
    public IReadOnlyList<LedgerSum> Sums { get; init; } = [];

    /// <summary>The events; null unless they were asked for by somebody who may see them.</summary>
    public IReadOnlyList<LedgerRow>? Rows { get; init; }

    /// <summary>Address of the next events; null when there are none.</summary>
    public string? NextRows { get; init; }

    /// <summary>Rows that are set aside and not counted, by code.</summary>
    public required IReadOnlyDictionary<string, long> Quarantine { get; init; }

    /// <summary>The last look at the whole ledger in this process; null before the first.</summary>
    public required LedgerCheck? Check { get; init; }
}
