using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Conformance.Tests.Stores;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;
using Optimizer.Functions.Tables.Ledger;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>The ledger's suite on tables and append blobs.</summary>
[NeedsSetting(Azurite.Variable, Azurite.Meaning)]
public static class LedgerOnAzurite
{
    public sealed class Hosting : ILedgerHosting
    {
        private readonly Lazy<Task<TableClient>> _table = new(() => Azurite.TableAsync());
        private readonly Lazy<Task<BlobContainerClient>> _container = new(Azurite.ContainerAsync);

        /// <summary>With clients of its own, as another process would.</summary>
        public async Task<IAttributionLedger> OpenAsync() => await OpenAsync(null);

        public Task<IReadOnlyList<string>> VerifyAsync(IAttributionLedger ledger) => ((TableLedger)ledger).VerifyAsync(default);

        public async ValueTask DisposeAsync()
        {
            await (await _table.Value).DeleteAsync();
            await (await _container.Value).DeleteAsync();
        }

        /// <summary>Changes the texts of rows behind the ledger's back.</summary>
        public async Task ChangeAsync(Func<string, string> change)
        {
            var table = await _table.Value;
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                if (row.GetString("Text") is { } text && change(text) is var changed && changed != text)
                {
                    row["Text"] = changed;
                    await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                }
            }
        }

        internal async Task<TableLedger> OpenAsync(FailingRequest? failing)
        {
            var container = Azurite.Container((await _container.Value).Name, FailingRequest.On(new BlobClientOptions(), failing));
            return new(
                new RowTable(Azurite.Table((await _table.Value).Name, FailingRequest.On(new TableClientOptions(), failing)), new LargeTexts(container)),
                new LedgerLog(container), TimeProvider.System);
        }
    }

    public sealed class Conformance : LedgerConformance<Hosting>;

    public sealed class Laws : LedgerLaws<Hosting>;
}
