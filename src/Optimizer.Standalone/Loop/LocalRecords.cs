using Optimizer.Embedded.Records;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Loop;

/// <summary>The part of a world that one machine keeps by itself.</summary>
/// <param name="Store">The records.</param>
/// <param name="Client">The engine, once it is open.</param>
internal sealed record LocalRecords(RecordStore Store, Func<IWorkflowClient> Client)
{
    public IAuditTrail Audit => Store.Audit;

    public IExperimentRegister Register => Store.Register;

    public IPlayStore Plays => Store.Plays;

    public IArtifactStore Artifacts => Store.Artifacts;
}
