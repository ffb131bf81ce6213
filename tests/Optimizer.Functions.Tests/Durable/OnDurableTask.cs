using Optimizer.Conformance.Tests.Port;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>The port's suite on Durable Task.</summary>
public static class OnDurableTask
{
    public sealed class Hosting : IWorkflowHosting
    {
        public async Task<IWorkflowHost> StartAsync(WorkflowRegistry registry) => await DurableHost.StartAsync(registry);
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
