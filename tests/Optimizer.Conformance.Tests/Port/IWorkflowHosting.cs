using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Makes hosts of one engine in one setting: all that an engine must supply to run the suite.</summary>
public interface IWorkflowHosting
{
    /// <summary>Starts an empty engine with this code; it goes, with all it kept, when it is disposed.</summary>
    Task<IWorkflowHost> StartAsync(WorkflowRegistry registry);
}
