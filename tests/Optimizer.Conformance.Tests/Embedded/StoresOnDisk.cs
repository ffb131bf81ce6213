using Optimizer.Conformance.Tests.Stores;
using Optimizer.Embedded.Records;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The stores' suite on SQLite as it runs in production: a file, shared by processes.</summary>
public static class StoresOnDisk
{
    public sealed class Hosting : IStoreHosting
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-stores").FullName;

        public Task<IStores> OpenAsync() =>
            Task.FromResult<IStores>(new EmbeddedStores(RecordStore.Open(Path.Combine(_folder, RecordOptions.FileName), new() { Durable = false }), isOwned: true));

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
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
