namespace Optimizer.Workflows.Ports;

/// <summary>Everything outside that a loop touches, put together by the host. Activities get no other door.</summary>
public sealed record World
{
    public required IKpiSource Kpis { get; init; }

    public required IExposureSource Exposures { get; init; }

    public required IFeatureFlags Flags { get; init; }

    public required IVariableChannel Channel { get; init; }

    public required IStrategist Strategist { get; init; }

    /// <summary>Asked when the first one's answers are unusable twice (S0-026); null when there is none other.</summary>
    public IStrategist? FallbackStrategist { get; init; }

    public required INotifier Notifier { get; init; }

    public required ICampaignRecord Campaign { get; init; }

    public required IIssueTracker Issues { get; init; }

    public required IAuditTrail Audit { get; init; }

    public required IExperimentRegister Register { get; init; }

    public required IPlayStore Plays { get; init; }

    public required IArtifactStore Artifacts { get; init; }

    /// <summary>
    /// The engine itself: activities start and signal instances through it, so that an answer reaches its asker whatever generation it is
    /// in. A function, because the engine is opened with the activities.
    /// </summary>
    public required Func<IWorkflowClient> Client { get; init; }
}
