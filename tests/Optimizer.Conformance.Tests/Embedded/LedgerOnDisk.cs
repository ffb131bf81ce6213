using Optimizer.Conformance.Tests.Stores;
using Optimizer.Embedded.Ledger;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The ledger's suite on SQLite as it runs in production: a file, shared by processes.</summary>
public static class LedgerOnDisk
{
    public sealed class Hosting : ILedgerHosting
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-ledger-").FullName;
        private readonly List<SqliteLedger> _open = [];

        public Task<IAttributionLedger> OpenAsync()
        {
            _open.Add(SqliteLedger.Open(Path.Combine(_folder, LedgerOptions.FileName), new() { Durable = false }));
            return Task.FromResult<IAttributionLedger>(_open[^1]);
        }

        public Task<IReadOnlyList<string>> VerifyAsync(IAttributionLedger ledger) => LedgerInMemory.FaultsAsync(ledger);

        public ValueTask DisposeAsync()
        {
            _open.ForEach(ledger => ledger.Dispose());
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    public sealed class Conformance : LedgerConformance<Hosting>;

    public sealed class Laws : LedgerLaws<Hosting>;
}
