using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Loop;

/// <summary>The part of a world that one machine keeps by itself.</summary>
/// <param name="Audit">The trail.</param>
/// <param name="Register">Which experiments run.</param>
/// <param name="Plays">Definitions and policy.</param>
/// <param name="Artifacts">Pages.</param>
/// <param name="Client">The engine, once it is open.</param>
internal sealed record LocalRecords(
    IAuditTrail Audit, IExperimentRegister Register, IPlayStore Plays, IArtifactStore Artifacts, Func<IWorkflowClient> Client);
