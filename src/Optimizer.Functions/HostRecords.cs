using Optimizer.Functions.Durable;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions;

/// <summary>Everything that this host keeps itself.</summary>
internal sealed record HostRecords
{
    public required IAnswerStore Answers { get; init; }

    public required IArtifactStore Artifacts { get; init; }

    public required IAuditTrail Audit { get; init; }

    public required ICampaignRecord Campaign { get; init; }

    public required IVariableChannel Channel { get; init; }

    public required IDelegationStore Delegations { get; init; }

    public required IFeatureFlags Flags { get; init; }

    public required IIssueTracker Issues { get; init; }

    public required IAttributionLedger Ledger { get; init; }

    public required ILinkStore Links { get; init; }

    public required IPlayStore Plays { get; init; }

    public required IExperimentRegister Register { get; init; }

    public required ISignalKeys SignalKeys { get; init; }

    public required INoticeStore Told { get; init; }

    public required ITokenStore Tokens { get; init; }

    public required IVisitStore Visits { get; init; }
}
