using Optimizer.Conformance.Tests.Stores;
using Optimizer.Domain.Audit;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>A store of records to the suite.</summary>
/// <param name="store">The store.</param>
/// <param name="isOwned">Whether it is closed with this.</param>
public sealed class EmbeddedStores(RecordStore store, bool isOwned) : IStores
{
    public IAuditTrail Audit => store.Audit;

    public IExperimentRegister Register => store.Register;

    public IPlayStore Plays => store.Plays;

    public IArtifactStore Artifacts => store.Artifacts;

    public ITokenStore Tokens => store.Tokens;

    public IDelegationStore Delegations => store.Delegations;

    public ILinkStore Links => store.Links;

    public IVisitStore Visits => store.Visits;

    public IAnswerStore Answers => store.Answers;

    public Task<TrailHead> HeadAsync() => Task.FromResult(store.Head());

    public Task<IReadOnlyList<ChainFault>> VerifyAsync() => Task.FromResult(store.Verify());

    public ValueTask DisposeAsync()
    {
        if (isOwned)
        {
            store.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
