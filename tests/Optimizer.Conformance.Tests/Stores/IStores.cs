using Optimizer.Domain.Audit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What a host keeps, as one process of it sees it.</summary>
public interface IStores : IAsyncDisposable
{
    IAuditTrail Audit { get; }

    IExperimentRegister Register { get; }

    IPlayStore Plays { get; }

    IArtifactStore Artifacts { get; }

    ITokenStore Tokens { get; }

    IDelegationStore Delegations { get; }

    ILinkStore Links { get; }

    IAnswerStore Answers { get; }

    IVisitStore Visits { get; }

    /// <summary>Where the trail ends, as kept apart from its records.</summary>
    Task<TrailHead> HeadAsync();

    /// <summary>What was done to the trail since it was written.</summary>
    Task<IReadOnlyList<ChainFault>> VerifyAsync();
}
