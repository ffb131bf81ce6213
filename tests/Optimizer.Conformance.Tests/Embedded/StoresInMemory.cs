using Optimizer.Conformance.Tests.Stores;
using Optimizer.Embedded.Records;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The stores' suite on SQLite as simulations use it: in memory, where another process is another caller.</summary>
public static class StoresInMemory
{
    public sealed class Hosting : IStoreHosting
    {
        private readonly RecordStore _store = RecordStore.Open(null, new());

        public Task<IStores> OpenAsync() => Task.FromResult<IStores>(new EmbeddedStores(_store, isOwned: false));

        public ValueTask DisposeAsync()
        {
            _store.Dispose();
            return ValueTask.CompletedTask;
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
