using Optimizer.Conformance.Tests.Port;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The port's suite on the embedded engine as simulations use it: in memory, in virtual time.</summary>
public static class InMemory
{
    public sealed class Hosting : IWorkflowHosting
    {
        public Task<IWorkflowHost> StartAsync(WorkflowRegistry registry) =>
            EmbeddedHost.InMemoryAsync(new(), new VirtualClock(DateTimeOffset.UnixEpoch.AddYears(60)), registry);
    }

    public sealed class Children : ChildrenConformance<Hosting>;

    public sealed class Control : ControlConformance<Hosting>;

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
