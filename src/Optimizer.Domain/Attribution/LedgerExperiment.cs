namespace Optimizer.Domain.Attribution;

/// <summary>An experiment as the ledger knows it: events of others are set aside until it does.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Variants">Names, control first; at least two.</param>
/// <param name="TimeZone">IANA name: assignment days are days there.</param>
/// <param name="Since">When it began; nothing earlier belongs to it.</param>
/// <param name="Until">When it was closed; null while units may still be assigned. At <paramref name="Since"/> it was never open. Conversions of assigned units are taken after it too.</param>
public sealed record LedgerExperiment(string Id, IReadOnlyList<string> Variants, string TimeZone, DateTimeOffset Since, DateTimeOffset? Until = null)
{
    /// <summary>Shares in force, control first, summing to 1; units assigned under others stay where they are.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];
}
