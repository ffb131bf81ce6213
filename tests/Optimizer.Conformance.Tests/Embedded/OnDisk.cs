using Optimizer.Conformance.Tests.Port;
using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The port's suite on the embedded engine as it runs in production: a file, a real clock.</summary>
public static class OnDisk
{
    public sealed class Hosting : IWorkflowHosting
    {
        public Task<IWorkflowHost> StartAsync(WorkflowRegistry registry) =>
            EmbeddedHost.OnDiskAsync(new(), TimeProvider.System, registry);
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
