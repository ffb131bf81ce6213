using Microsoft.DurableTask.Client;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>Looks at instances, and waits for their ends.</summary>
/// <remarks>By looking again and again: what Durable Task offers for it never answers for an instance that is purged or replaced meanwhile.</remarks>
internal sealed class InstanceEnds(Func<DurableTaskClient> client, TimeProvider clock)
{
    /// <summary>Reason of an end that only makes room for the next instance of the id.</summary>
    public const string Replaced = "replaced by a new start";

    private static readonly TimeSpan FirstBeat = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task<OrchestrationMetadata?> FindAsync(string instanceId, bool withInput, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return EngineFaults.AskAsync(() => client().GetInstanceAsync(instanceId, withInput, cancellationToken));
    }

    /// <summary>Waits for an end; null when there is no such instance.</summary>
    public async Task<InstanceStatus?> WaitAsync(string instanceId, CancellationToken cancellationToken)
    {
        long? replaced = null;
        for (var beat = FirstBeat; ; beat = beat * 2 < LongestBeat ? beat * 2 : LongestBeat)
        {
            var status = await FindAsync(instanceId, withInput: true, cancellationToken) is { } there ? InstanceMapping.StatusOf(there) : null;
            if (status is not { State: RunState.Terminated, Reason: Replaced })
            {
                if (status?.State.IsFinished() != false)
                {
                    return status;
                }
            }
            else if (clock.GetElapsedTime(replaced ??= clock.GetTimestamp()) > Patience)
            {
                // Whoever replaced it did not get to the start.
                return status;
            }

            await Task.Delay(beat, clock, cancellationToken);
        }
    }

    /// <summary>Ends an instance that is not finished, and waits until it is.</summary>
    public async Task MakeRoomAsync(string instanceId, CancellationToken cancellationToken)
    {
        while (await FindAsync(instanceId, withInput: false, cancellationToken) is { } there && !InstanceMapping.IsFinished(there))
        {
            await EngineFaults.AskAsync(() => client().TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(Replaced), cancellationToken));
            await UntilAsync(instanceId, InstanceMapping.IsFinished, cancellationToken);
        }
    }

    /// <summary>
    /// Waits until a request that was sent shows, or the instance is gone. Requests are messages: what comes of an instance before one is
    /// read would come of it after the caller was told that it is done. A host that takes longer has the message still.
    /// </summary>
    public async Task UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> shows, CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        for (var beat = FirstBeat; clock.GetElapsedTime(asked) < Patience; beat = beat * 2 < LongestBeat ? beat * 2 : LongestBeat)
        {
            if (await FindAsync(instanceId, withInput: false, cancellationToken) is not { } there || shows(there))
            {
                return;
            }

            await Task.Delay(beat, clock, cancellationToken);
        }
    }
}
