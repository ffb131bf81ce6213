using Optimizer.Workflows.Instances;

namespace Optimizer.Workflows;

/// <summary>All that a workflow can do. Both engines have exactly this.</summary>
/// <remarks>
/// <para>
/// A workflow is code that is run again from its history after a restart, so with the same input and the same answers it
/// must ask for the same things in the same order. Await only tasks of this context, or <see cref="Task.WhenAll(Task[])"/>
/// and <see cref="Task.WhenAny(Task[])"/> over them, without <c>ConfigureAwait(false)</c>; use no clock, chance, thread, I/O or
/// static state. An engine stops a workflow that breaks this (<see cref="RunState.Parked"/> on the embedded one) and names
/// what its history says and what the code asked for; it never guesses.
/// </para>
/// <para>
/// Await everything that was asked for before returning: what nobody waits for when the workflow ends may never run.
/// History grows with each step: keep the state in one record and continue as new at least once a cycle.
/// </para>
/// </remarks>
public interface IWorkflowContext
{
    /// <summary>Id of this instance, chosen by who started it; the same in all generations.</summary>
    string InstanceId { get; }

    /// <summary>
    /// The recorded time, UTC: constant within a turn, the same on every replay, never running backwards within an
    /// instance, and never before the due time of the timer that woke it.
    /// </summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Runs an activity and gives its output.</summary>
    /// <remarks>
    /// The handler runs at least once: again after a crash before its output was recorded, and again as the schedule says
    /// when it fails. Every run of one call carries the same <see cref="ActivityContext.IdempotencyKey"/>. The waits between
    /// attempts are durable timers.
    /// </remarks>
    /// <param name="activity">Which one; a name that is not registered fails at once and is not retried.</param>
    /// <param name="input">Serialised as JSON when called.</param>
    /// <param name="retry">Null: one attempt.</param>
    /// <exception cref="StepFailedException">The last attempt failed; its failure says how.</exception>
    Task<TOut> CallAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input, RetrySchedule? retry = null);

    /// <summary>Runs a workflow as a child and gives its output, also when the child continues as new in between.</summary>
    /// <remarks>
    /// The child lives on its own: when this workflow ends or continues as new before the child does, the child goes on and
    /// its output is dropped. A retried attempt starts afresh under the same id.
    /// </remarks>
    /// <param name="workflow">Which one.</param>
    /// <param name="instanceId">Deterministic id of the child, such as <c>experiment-7</c>; see <see cref="WorkflowIds"/>.</param>
    /// <param name="input">Serialised as JSON when called.</param>
    /// <param name="retry">Null: one attempt.</param>
    /// <exception cref="StepFailedException">
    /// The child failed or was terminated, or its id belongs to an instance that is still running
    /// (<see cref="FailureTypes.InstanceExists"/>). A finished instance of that id is replaced.
    /// </exception>
    Task<TOut> RunAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, RetrySchedule? retry = null);

    /// <summary>Waits for a signal until a time.</summary>
    /// <remarks>
    /// Signals that came before are kept and served oldest first. Of several waits for one name the newest is served first.
    /// A wait whose time has passed takes no signal any more. Signals not waited for are kept when continuing as new.
    /// </remarks>
    /// <param name="signal">Which one.</param>
    /// <param name="until">UTC; null waits without limit; a time that has passed takes only what is already there.</param>
    /// <returns>The signal, or null when the time came first.</returns>
    /// <exception cref="StepFailedException">
    /// The signal's payload cannot be read as <typeparamref name="T"/>; that signal counts as taken.
    /// </exception>
    Task<Delivery<T>?> WaitAsync<T>(Signal<T> signal, DateTimeOffset? until = null);

    /// <summary>Sleeps until a time, across restarts. The due time is stored once.</summary>
    /// <param name="until">UTC; a time that has passed ends the sleep at once, in a turn of its own.</param>
    Task SleepAsync(DateTimeOffset until);

    /// <summary>Sets what queries show until it is set again, also across generations.</summary>
    /// <param name="status">At most 16 KB as JSON, the limit of Durable Task.</param>
    /// <exception cref="PayloadTooLargeException">It is larger.</exception>
    void SetStatus<T>(T status);

    /// <summary>
    /// Ends this generation and starts the next with new input and empty history, same id, newest version. Return right
    /// after; what the workflow returns then is ignored, and answers to open calls never reach the new generation.
    /// </summary>
    void ContinueAsNew<TIn>(TIn input);
}
