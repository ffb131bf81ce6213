using Optimizer.Conformance.Tests.Stores;
using Optimizer.Embedded.Ledger;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The ledger's suite on SQLite as simulations use it: in memory, where another process is another caller.</summary>
public static class LedgerInMemory
{
    public static Task<IReadOnlyList<string>> FaultsAsync(IAttributionLedger ledger) =>
        Task.FromResult<IReadOnlyList<string>>([.. ((SqliteLedger)ledger).Verify().Select(fault => fault.ToString())]);

    public sealed class Hosting : ILedgerHosting
    {
        private readonly SqliteLedger _ledger = SqliteLedger.Open(null, new());

        public Task<IAttributionLedger> OpenAsync() => Task.FromResult<IAttributionLedger>(_ledger);

        public Task<IReadOnlyList<string>> VerifyAsync(IAttributionLedger ledger) => FaultsAsync(ledger);

        public ValueTask DisposeAsync()
        {
            _ledger.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public sealed class Conformance : LedgerConformance<Hosting>;

    public sealed class Laws : LedgerLaws<Hosting>;
}
