using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>The port's client on Durable Task.</summary>
/// <param name="client">Client of the running function.</param>
/// <param name="registry">The code; asked when it is needed, because activities of the code start and signal instances themselves.</param>
/// <param name="keys">Keys of signals that were sent.</param>
/// <param name="clock">For the time of creation and the waits between two looks.</param>
internal sealed class DurableWorkflowClient(
    Func<DurableTaskClient> client, Func<WorkflowRegistry> registry, ISignalKeys keys, TimeProvider clock) : IWorkflowClient
{
    private readonly InstanceSearch _search = new(client);
    private readonly InstanceEnds _ends = new(client, clock);

    public async Task<StartAnswer> StartAsync<TIn, TOut>(
        Workflow<TIn, TOut> workflow, string instanceId, TIn input, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        WorkflowIds.Check(instanceId);
        options ??= new();
        var payload = Limits.Write(input, "the input of workflow", workflow.Name);
        var code = options.Version is { } version ? registry().Find(workflow.Name, version) : registry().Newest(workflow.Name);
        if (code is null)
        {
            return StartAnswer.UnknownWorkflow;
        }

        RunEnvelope Run() => new()
        {
            Generation = 1,
            Version = code.Version,
            Created = clock.GetUtcNow(),
            Input = Envelopes.Json(payload),
            At = options.At?.ToUniversalTime(),
            Trace = Activity.Current?.Id,
            Tags = options.Tags.Count == 0 ? null : options.Tags,
        };
        return await new Starting(client(), _ends).StartAsync(code.Name, instanceId, Run, options.Reuse, cancellationToken);
    }

    public async Task<SignalAnswer> SignalAsync<T>(
        string instanceId, Signal<T> signal, T payload, string? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signal);
        WorkflowIds.Check(instanceId);
        var envelope = Envelopes.Of(new SignalEnvelope(Envelopes.Json(Limits.Write(payload, "the payload of signal", signal.Name)), key));

        // Durable Task drops an event that finds nobody, and does not say so.
        if (await _ends.FindAsync(instanceId, withInput: key is not null, cancellationToken) is not { } there)
        {
            return SignalAnswer.NotFound;
        }

        if (InstanceMapping.IsFinished(there))
        {
            return SignalAnswer.AlreadyFinished;
        }

        // Keys are of this instance, not of a later one of its id.
        var owner = key is null ? "" : IdempotencyKeys.Of(instanceId, InstanceMapping.RunOf(there).Created);
        if (key is not null && await keys.IsKnownAsync(owner, key, cancellationToken))
        {
            return SignalAnswer.Duplicate;
        }

        await EngineFaults.AskAsync(() => client().RaiseEventAsync(instanceId, signal.Name, envelope, cancellationToken));
        if (key is not null)
        {
            await keys.AddAsync(owner, key, cancellationToken);
        }

        return SignalAnswer.Accepted;
    }

    public async Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) =>
        await _ends.FindAsync(instanceId, withInput: true, cancellationToken) is { } there ? InstanceMapping.StatusOf(there) : null;

    public Task<InstancePage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _search.PageAsync(query, cancellationToken);
    }

    public Task<InstanceStatus?> CompletionAsync(string instanceId, CancellationToken cancellationToken = default) =>
        _ends.WaitAsync(instanceId, cancellationToken);

    public Task<ControlAnswer> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken = default) => ControlAsync(
        instanceId,
        () => client().SuspendInstanceAsync(instanceId, reason, cancellationToken),
        there => there.RuntimeStatus == OrchestrationRuntimeStatus.Suspended || InstanceMapping.IsFinished(there),
        cancellationToken);

    // Also to one that is not shown as suspended yet: a suspension under way comes before it.
    public Task<ControlAnswer> ResumeAsync(string instanceId, CancellationToken cancellationToken = default) => ControlAsync(
        instanceId,
        () => client().ResumeInstanceAsync(instanceId, cancellation: cancellationToken),
        there => there.RuntimeStatus != OrchestrationRuntimeStatus.Suspended,
        cancellationToken);

    public Task<ControlAnswer> TerminateAsync(
        string instanceId, string reason, bool children = false, CancellationToken cancellationToken = default) => ControlAsync(
            instanceId, () => TerminateWithAsync(instanceId, reason, children, cancellationToken), InstanceMapping.IsFinished, cancellationToken);

    public async Task<ControlAnswer> PurgeAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        if (await _ends.FindAsync(instanceId, withInput: false, cancellationToken) is not { } there)
        {
            return ControlAnswer.NotFound;
        }

        if (!InstanceMapping.IsFinished(there))
        {
            return ControlAnswer.NotFinished;
        }

        await PurgeAsync(status => status.InstanceId == instanceId, cancellationToken);
        return ControlAnswer.Done;
    }

    public Task<int> PurgeAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PurgeAsync(status => InstanceSearch.Fits(status, query), cancellationToken);
    }

    private async Task<ControlAnswer> ControlAsync(
        string instanceId, Func<Task> request, Func<OrchestrationMetadata, bool> shows, CancellationToken cancellationToken)
    {
        if (await _ends.FindAsync(instanceId, withInput: false, cancellationToken) is not { } there)
        {
            return ControlAnswer.NotFound;
        }

        if (InstanceMapping.IsFinished(there))
        {
            return ControlAnswer.AlreadyFinished;
        }

        await EngineFaults.AskAsync(request);
        await _ends.UntilAsync(instanceId, shows, cancellationToken);
        return ControlAnswer.Done;
    }

    private async Task TerminateWithAsync(string instanceId, string reason, bool children, CancellationToken cancellationToken)
    {
        List<string> ids = [instanceId];
        if (children)
        {
            // Not every backend finds the children itself.
            var open = await _search.FindAsync(new() { States = [RunState.Pending, RunState.Running, RunState.Suspended] }, cancellationToken);
            ids.AddRange(Family.Under(ids, open).Select(child => child.InstanceId));
        }

        foreach (var id in ids)
        {
            await client().TerminateInstanceAsync(id, new TerminateInstanceOptions(reason, children), cancellationToken);
        }
    }

    private async Task<int> PurgeAsync(Func<InstanceStatus, bool> isMeant, CancellationToken cancellationToken)
    {
        const int AtOnce = 16;
        var finished = await _search.FindAsync(new() { States = [RunState.Completed, RunState.Failed, RunState.Terminated] }, cancellationToken);
        var meant = finished.Where(isMeant).Select(status => status.InstanceId).ToHashSet(StringComparer.Ordinal);
        meant.UnionWith(Family.Under(meant, finished).Select(child => child.InstanceId));
        var purged = 0;
        await Parallel.ForEachAsync(meant, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, token) =>
        {
            var result = await EngineFaults.AskAsync(() => client().PurgeInstanceAsync(id, cancellation: token));
            Interlocked.Add(ref purged, result.PurgedInstanceCount);
        });
        return purged;
    }
}
