using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>How an instance stands, out of what Durable Task says of it.</summary>
/// <remarks>
/// Durable Task has no <see cref="RunState.Parked"/>. An instance whose code does not fit its history, or whose version is gone, is
/// <see cref="RunState.Failed"/> there, with that as its failure, and no resume brings it back: it is started anew under its id. Code that
/// awaits what is not of its context, or never yields, stays <see cref="RunState.Running"/>. So a test of replay against kept histories must
/// hold before a deployment what the embedded engine holds at run time.
/// </remarks>
internal static class InstanceMapping
{
    // The enumeration has their names marked as obsolete; old backends still answer with them.
    private const int ContinuedAsNew = 2;
    private const int Canceled = 4;

    public static InstanceStatus StatusOf(OrchestrationMetadata instance)
    {
        var run = RunOf(instance);
        var shown = Envelopes.Find<StatusEnvelope>(instance.SerializedCustomStatus);
        var state = StateOf(instance.RuntimeStatus, shown);
        return new()
        {
            InstanceId = instance.InstanceId,
            Workflow = instance.Name,
            Version = run.Version,
            State = state,
            CreatedAt = run.Created,
            UpdatedAt = instance.LastUpdatedAt,
            Generation = run.Generation,
            ParentId = run.Parent,
            Input = Envelopes.PayloadOf(run.Input),
            Status = shown?.Status is { } status ? Envelopes.PayloadOf(status) : null,
            Output = state == RunState.Completed ? OutputOf(instance) : null,
            Failure = state == RunState.Failed ? FailureOf(instance) : null,
            Reason = state is RunState.Terminated or RunState.Suspended ? TextOf(instance.SerializedOutput) : null,
            Tags = run.Tags ?? ImmutableDictionary<string, string>.Empty,
        };
    }

    /// <summary>The input of its generation; made up for an instance that something else started in the same task hub.</summary>
    public static RunEnvelope RunOf(OrchestrationMetadata instance) => Envelopes.Find<RunEnvelope>(instance.SerializedInput) ?? new RunEnvelope
    {
        Generation = 1, Version = 0, Created = instance.CreatedAt, Input = Envelopes.Find<object>(instance.SerializedInput) as JsonElement? ?? Envelopes.Null,
    };

    public static bool IsFinished(OrchestrationMetadata instance) => StateOf(instance.RuntimeStatus, null).IsFinished();

    /// <summary>What to ask Durable Task for, to find instances of these states.</summary>
    public static IEnumerable<OrchestrationRuntimeStatus> StatusesOf(IEnumerable<RunState> states) => states.SelectMany(StatusesOf).Distinct();

    private static OrchestrationRuntimeStatus[] StatusesOf(RunState state) => state switch
    {
        // One whose time has not come runs already, but only its clock.
        RunState.Pending => [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running],
        RunState.Running => [OrchestrationRuntimeStatus.Running],
        RunState.Suspended => [OrchestrationRuntimeStatus.Suspended],
        RunState.Parked => [],
        RunState.Completed => [OrchestrationRuntimeStatus.Completed],
        RunState.Failed => [OrchestrationRuntimeStatus.Failed],
        RunState.Terminated => [OrchestrationRuntimeStatus.Terminated],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no such state"),
    };

    private static RunState StateOf(OrchestrationRuntimeStatus status, StatusEnvelope? shown) => (int)status switch
    {
        (int)OrchestrationRuntimeStatus.Running when shown?.IsPending == true => RunState.Pending,
        (int)OrchestrationRuntimeStatus.Running or ContinuedAsNew => RunState.Running,
        (int)OrchestrationRuntimeStatus.Completed => RunState.Completed,
        (int)OrchestrationRuntimeStatus.Failed => RunState.Failed,
        (int)OrchestrationRuntimeStatus.Terminated or Canceled => RunState.Terminated,
        (int)OrchestrationRuntimeStatus.Pending => RunState.Pending,
        (int)OrchestrationRuntimeStatus.Suspended => RunState.Suspended,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status of Durable Task"),
    };

    private static Payload OutputOf(OrchestrationMetadata instance) =>
        Envelopes.PayloadOf(string.IsNullOrEmpty(instance.SerializedOutput) ? null : JsonElement.Parse(instance.SerializedOutput));

    private static Failure FailureOf(OrchestrationMetadata instance) =>
        instance.FailureDetails is { } details ? InstanceFailedException.Of(details) : InstanceFailedException.OfOutput(instance.SerializedOutput);

    // Reasons are kept as JSON texts, but not by every backend.
    private static string? TextOf(string? output) => output is ['"', .., '"'] ? Envelopes.Find<string>(output) ?? output : output;
}
