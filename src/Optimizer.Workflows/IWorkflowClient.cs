using Optimizer.Workflows.Instances;

namespace Optimizer.Workflows;

/// <summary>Starts, signals, queries and controls workflow instances from outside. Expected refusals are values.</summary>
/// <remarks>
/// When a member answers, what it answers is durable: it survives the death of the process at once after. Instance ids are
/// checked by <see cref="WorkflowIds.Check"/> and compare exactly, case included. Every member throws
/// <see cref="EngineUnavailableException"/> when nothing can be made durable, as on a full disk. Thread safe.
/// </remarks>
public interface IWorkflowClient
{
    /// <summary>Starts an instance; idempotent by its id. Of many callers with one id exactly one starts it.</summary>
    /// <exception cref="ArgumentException">The id is not usable.</exception>
    /// <exception cref="PayloadTooLargeException">The input is too large.</exception>
    Task<StartAnswer> StartAsync<TIn, TOut>(
        Workflow<TIn, TOut> workflow, string instanceId, TIn input, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a signal. It is kept until the instance waits for it, also while it is suspended or parked.</summary>
    /// <param name="instanceId">The receiver; it must have been started before.</param>
    /// <param name="signal">Which one.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="key">
    /// Idempotency key, scoped to the instance: a signal sent again with the same key is answered
    /// <see cref="SignalAnswer.Duplicate"/> and delivered once.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the answer; the signal may have been sent.</param>
    /// <exception cref="PayloadTooLargeException">The payload is too large.</exception>
    Task<SignalAnswer> SignalAsync<T>(
        string instanceId, Signal<T> signal, T payload, string? key = null, CancellationToken cancellationToken = default);

    /// <summary>How an instance stands; null when there is none of this id.</summary>
    Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>One page of instances in the order of their creation; pages are stable while instances come and go.</summary>
    Task<InstancePage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default);

    /// <summary>Waits until an instance is <see cref="RunState.Completed"/>, failed or terminated; at once when it already is.</summary>
    /// <returns>How it ended; null when there is no instance of this id. A replaced instance answers with its successor's end.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first; one may wait again.</exception>
    Task<InstanceStatus?> CompletionAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stops an instance from taking steps. Signals, answers and timers that come meanwhile are kept and delivered in order
    /// on <see cref="ResumeAsync"/>. Suspending twice changes nothing.
    /// </summary>
    Task<ControlAnswer> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken = default);

    /// <summary>Lets a suspended or parked instance go on; one that runs is left as it is.</summary>
    Task<ControlAnswer> ResumeAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Ends an instance at once. Activities that run are not aborted, their answers are dropped; no cleanup code runs.</summary>
    /// <param name="instanceId">Which one.</param>
    /// <param name="reason">Kept as <see cref="InstanceStatus.Reason"/>.</param>
    /// <param name="children">Also end its children that still run, and theirs.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    Task<ControlAnswer> TerminateAsync(string instanceId, string reason, bool children = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes a finished instance with its history, and its finished descendants; one that is not finished is refused.</summary>
    Task<ControlAnswer> PurgeAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Deletes all finished instances the query finds, page size ignored.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> PurgeAsync(InstanceQuery query, CancellationToken cancellationToken = default);
}
