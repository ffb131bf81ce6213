using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Conformance.Tests.Stores;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>The stores' suite on tables and blobs.</summary>
[NeedsSetting(Azurite.Variable, Azurite.Meaning)]
public static class OnAzurite
{
    public sealed class Hosting : IStoreHosting
    {
        private readonly Lazy<Task<TableClient>> _table = new(() => Azurite.TableAsync());
        private readonly Lazy<Task<BlobContainerClient>> _container = new(() => Azurite.ContainerAsync());

        /// <summary>With clients of its own, as another process would.</summary>
        public async Task<IStores> OpenAsync() =>
            new TableStores(Azurite.Table((await _table.Value).Name), Azurite.Container((await _container.Value).Name));

        public async ValueTask DisposeAsync()
        {
            await (await _table.Value).DeleteAsync();
            await (await _container.Value).DeleteAsync();
        }
    }

    public sealed class Answers : AnswerStoreConformance<Hosting>;

    public sealed class Artifacts : ArtifactStoreConformance<Hosting>;

    public sealed class Audit : AuditTrailConformance<Hosting>;

    public sealed class Delegations : DelegationStoreConformance<Hosting>;

    public sealed class Links : LinkStoreConformance<Hosting>;

    public sealed class Visits : VisitStoreConformance<Hosting>;

    public sealed class Plays : PlayStoreConformance<Hosting>;

    public sealed class Register : ExperimentRegisterConformance<Hosting>;

    public sealed class Tokens : TokenStoreConformance<Hosting>;
}
