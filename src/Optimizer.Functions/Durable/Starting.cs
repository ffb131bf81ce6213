using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>Starts an instance under an id that may be taken.</summary>
/// <remarks>
/// What may not be replaced is always said: by default a backend replaces finished instances, and some a running one. Azure Storage checks
/// first and inserts then: of several starts at once one inserts, but none of them is told. So whoever was let through looks whose it is.
/// </remarks>
internal sealed class Starting(DurableTaskClient client, InstanceEnds ends)
{
    private const int MostTries = 10;

    private static readonly OrchestrationRuntimeStatus[] Open =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly OrchestrationRuntimeStatus[] All =
    [
        .. Open, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
#pragma warning disable CS0618 // No backend of today gives it, but a row of an old one may have it.
        OrchestrationRuntimeStatus.Canceled,
#pragma warning restore CS0618
    ];

    public async Task<StartAnswer> StartAsync(
        string workflow, string instanceId, Func<RunEnvelope> run, Reuse reuse, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (reuse == Reuse.Always)
            {
                await ends.MakeRoomAsync(instanceId, cancellationToken);
            }

            if (await TryStartAsync(workflow, instanceId, run(), reuse == Reuse.Never ? All : Open, cancellationToken))
            {
                return StartAnswer.Started;
            }

            // Null: it was purged just now.
            var there = await ends.FindAsync(instanceId, withInput: false, cancellationToken);
            if (there is not null && InstanceMapping.IsFinished(there) && reuse == Reuse.Never)
            {
                return StartAnswer.AlreadyFinished;
            }

            if (there is not null && !InstanceMapping.IsFinished(there) && reuse != Reuse.Always)
            {
                return StartAnswer.AlreadyRunning;
            }
        }

        throw new EngineUnavailableException($"the id '{instanceId}' was taken and given up {MostTries} times meanwhile");
    }

    private async Task<bool> TryStartAsync(
        string workflow, string instanceId, RunEnvelope run, OrchestrationRuntimeStatus[] untouched, CancellationToken cancellationToken)
    {
        var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(untouched);
        try
        {
            await EngineFaults.AskAsync(() => client.ScheduleNewOrchestrationInstanceAsync(workflow, Envelopes.Of(run), options, cancellationToken));
            return await ends.FindAsync(instanceId, withInput: true, cancellationToken) is not { } there || InstanceMapping.RunOf(there).Created == run.Created;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
        catch (RpcException there) when (there.StatusCode == StatusCode.AlreadyExists)
        {
            // As older versions of the client say it.
            return false;
        }
    }
}
