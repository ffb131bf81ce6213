namespace Optimizer.Workflows.Ports;

/// <summary>Everything outside that a loop touches, put together by the host. Activities get no other door.</summary>
public sealed record World
{
    public required IKpiSource Kpis { get; init; }

    public required IExposureSource Exposures { get; init; }

    public required IFeatureFlags Flags { get; init; }

    public required IVariableChannel Channel { get; init; }

    public required IStrategist Strategist { get; init; }

    public required INotifier Notifier { get; init; }

    public required ICampaignRecord Campaign { get; init; }

    public required IIssueTracker Issues { get; init; }

    public required IAuditTrail Audit { get; init; }

    public required IExperimentRegister Register { get; init; }

    public required IPlayStore Plays { get; init; }

    public required IArtifactStore Artifacts { get; init; }
}
