using Optimizer.Conformance.Tests.Port;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The port's suite on the embedded engine with nothing kept live: every turn replays the whole history, which finds what is not deterministic.</summary>
public static class EveryTurnReplayed
{
    public sealed class Hosting : IWorkflowHosting
    {
        public Task<IWorkflowHost> StartAsync(WorkflowRegistry registry) =>
            EmbeddedHost.OnDiskAsync(new() { CacheIdle = TimeSpan.Zero }, new VirtualClock(DateTimeOffset.UnixEpoch.AddYears(60)), registry);
    }

    public sealed class Children : ChildrenConformance<Hosting>;

    public sealed class Control : ControlConformance<Hosting>;

    public sealed class Deployments : DeploymentsConformance<Hosting>;
    public sealed class DuplicateIds : DuplicateIdsConformance<Hosting>;

    public sealed class Failures : FailuresConformance<Hosting>;

    public sealed class Generations : GenerationsConformance<Hosting>;

    public sealed class Life : LifeConformance<Hosting>;

    public sealed class Lists : ListsConformance<Hosting>;

    public sealed class Payloads : PayloadsConformance<Hosting>;

    public sealed class Retries : RetriesConformance<Hosting>;

    public sealed class Signals : SignalsConformance<Hosting>;

    public sealed class Timers : TimersConformance<Hosting>;

    public sealed class Unwritable : UnwritableConformance<Hosting>;

    public sealed class Versions : VersionsConformance<Hosting>;

    public sealed class Waiting : WaitingConformance<Hosting>;
}
