using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Makes the ledger of one host. What was kept goes when it is disposed.</summary>
public interface ILedgerHosting : IAsyncDisposable
{
    /// <summary>Opens the ledger; again, as another process on the same ledger would.</summary>
    Task<IAttributionLedger> OpenAsync();

    /// <summary>What the ledger itself finds wrong with what it keeps, in words.</summary>
    Task<IReadOnlyList<string>> VerifyAsync(IAttributionLedger ledger);
}
