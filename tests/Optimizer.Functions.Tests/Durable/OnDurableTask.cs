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

    public sealed class Children : ChildrenConformance<Hosting>
    {
        // Durable Task shows an instance as ended when every child that it started has ended.
        protected override bool EndsBeforeItsChildren => false;
    }

    public sealed class Control : ControlConformance<Hosting>
    {
        // The in-process host keeps none; Azure Storage does.
        protected override bool KeepsReasons => false;
    }

    public sealed class Deployments : DeploymentsConformance<Hosting>
    {
        // To Durable Task a wait is no step of a history.
        protected override bool NamesWaits => false;
    }

    public sealed class DuplicateIds : DuplicateIdsConformance<Hosting>;

    public sealed class Failures : FailuresConformance<Hosting>;

    public sealed class Generations : GenerationsConformance<Hosting>;

    public sealed class Life : LifeConformance<Hosting>;

    public sealed class Lists : ListsConformance<Hosting>;

    public sealed class Payloads : PayloadsConformance<Hosting>
    {
        // Durable Task writes the same JSON with other escapes.
        protected override bool KeepsEscapes => false;
    }

    public sealed class Retries : RetriesConformance<Hosting>;

    public sealed class Signals : SignalsConformance<Hosting>;

    public sealed class Timers : TimersConformance<Hosting>;

    public sealed class Unwritable : UnwritableConformance<Hosting>;

    public sealed class Versions : VersionsConformance<Hosting>;

    public sealed class Waiting : WaitingConformance<Hosting>;
}
