using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Conformance.Tests.Stores;
using Optimizer.Domain.Audit;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;
using Optimizer.Functions.Trail;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Stores of this host to the suite, all in one table.</summary>
internal sealed class TableStores : IStores
{
    private readonly TableAuditTrail _audit;

    public TableStores(TableClient table, BlobContainerClient container)
    {
        var rows = new RowTable(table, new LargeTexts(container));
        _audit = new(rows, TimeProvider.System);
        Register = new TableExperimentRegister(rows, TimeProvider.System);
        Plays = new TablePlayStore(rows, TimeProvider.System);
        Artifacts = new BlobArtifactStore(container);
        Tokens = new TableTokenStore(rows, TimeProvider.System);
        Delegations = new TableDelegationStore(rows);
        Links = new TableLinkStore(rows);
        Answers = new TableAnswerStore(rows);
        Visits = new TableVisitStore(rows);
    }

    public IAuditTrail Audit => _audit;

    public IExperimentRegister Register { get; }

    public IPlayStore Plays { get; }

    public IArtifactStore Artifacts { get; }

    public ITokenStore Tokens { get; }

    public IDelegationStore Delegations { get; }

    public ILinkStore Links { get; }

    public IAnswerStore Answers { get; }

    public IVisitStore Visits { get; }

    public Task<TrailHead> HeadAsync() => _audit.HeadAsync(default);

    public Task<IReadOnlyList<ChainFault>> VerifyAsync() => _audit.VerifyAsync(default);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
