using System.Text.Json;
using Microsoft.DurableTask;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>What a workflow can do, on Durable Task.</summary>
/// <remarks>
/// The order in which it asks the platform for things is kept in histories: a later version of this class must ask for the same. Everything
/// is awaited on the orchestration's own thread.
/// </remarks>
internal sealed class DurableWorkflowContext : IWorkflowContext
{
    private readonly TaskOrchestrationContext _context;
    private readonly WorkflowRegistry _registry;
    private readonly RunEnvelope _run;
    private readonly OpenTimers _timers;
    private readonly TakenKeys _taken;
    private readonly ChildSteps _children;
    private readonly Dictionary<string, SignalBox> _boxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _key;
    private JsonElement? _status;
    private DateTimeOffset _now;
    private int _calls;

    public DurableWorkflowContext(TaskOrchestrationContext context, WorkflowRegistry registry, RunEnvelope run)
    {
        (_context, _registry, _run, _status) = (context, registry, run, run.Status);
        _timers = new(context);
        _taken = new(run.Taken ?? []);
        _children = new(context, registry, run, CallAsync);
        _now = run.Now ?? DateTimeOffset.MinValue;
        _key = $"{IdempotencyKeys.Of(context.InstanceId, run.Created)}/{run.Generation}";
        Show(isPending: run.At > UtcNow);
    }

    public string InstanceId => _context.InstanceId;

    public DateTimeOffset UtcNow
    {
        get
        {
            Reach(new(DateTime.SpecifyKind(_context.CurrentUtcDateTime, DateTimeKind.Utc)));
            return _now;
        }
    }

    /// <summary>Input of the next generation, once it was asked for.</summary>
    public JsonElement? Next { get; private set; }

    /// <summary>Waits for the time that the instance was started for.</summary>
    public async Task BeginAsync()
    {
        if (_run.At > UtcNow)
        {
            await SleepAsync(_run.At.Value);
            Show(isPending: false);
        }
    }

    public Task<TOut> CallAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input, RetrySchedule? retry = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var payload = Envelopes.Json(Limits.Write(input, "the input of activity", activity.Name));
        var key = NextKey();
        return AttemptAsync<TOut>(activity.Name, retry, attempt => CallAsync(activity.Name, new(InstanceId, key, attempt, payload, _run.Trace)));
    }

    public Task<TOut> RunAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, RetrySchedule? retry = null)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        WorkflowIds.Check(instanceId);
        var payload = Envelopes.Json(Limits.Write(input, "the input of child workflow", workflow.Name));
        return AttemptAsync<TOut>(workflow.Name, retry, attempt => _children.RunAsync(workflow.Name, instanceId, payload, NextKey(), UtcNow));
    }

    public async Task<Delivery<T>?> WaitAsync<T>(Signal<T> signal, DateTimeOffset? until = null)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var box = BoxOf(signal.Name);
        if (box.TryTake(out var kept))
        {
            return Read<T>(signal.Name, kept);
        }

        if (until is not { } due)
        {
            return Read<T>(signal.Name, await box.Wait().Task);
        }

        if (due <= UtcNow)
        {
            await SleepAsync(due);
            return null;
        }

        var wait = box.Wait();
        var timer = _timers.Begin(due);
        await Task.WhenAny(wait.Task, timer.Fired.Task);
        _timers.Close(timer);
        if (wait.Task.IsCompleted)
        {
            return Read<T>(signal.Name, await wait.Task);
        }

        box.Forget(wait);
        Reach(due);
        return null;
    }

    public async Task SleepAsync(DateTimeOffset until)
    {
        await _timers.Begin(until).Fired.Task;
        Reach(until);
    }

    public void SetStatus<T>(T status)
    {
        var written = Envelopes.Json(Payload.Write(status, "the status"));
        var bytes = sizeof(char) * (long)written.GetRawText().Length;
        _status = bytes <= Limits.StatusBytes ? written : throw new PayloadTooLargeException("the status", bytes, Limits.StatusBytes);
        Show(isPending: false);
    }

    public void ContinueAsNew<TIn>(TIn input) => Next = Envelopes.Json(Limits.Write(input, "the input of the next generation"));

    /// <summary>Nothing may be left open when the code has ended.</summary>
    public void End() => _timers.CloseAll();

    /// <summary>The next generation, with everything that has come and was not waited for. Nothing is told to this one any more.</summary>
    public RunEnvelope Continued(JsonElement input)
    {
        // Names that were not waited for in this generation are not known here; the platform keeps their events itself.
        var kept = _boxes.SelectMany(box => box.Value.Close().Select(signal => new KeptSignal(box.Key, signal)))
            .Concat((_run.Kept ?? []).Where(signal => !_boxes.ContainsKey(signal.Name))).ToList();
        return _run with
        {
            Generation = _run.Generation + 1,
            Version = _registry.Newest(_context.Name)?.Version ?? _run.Version,
            Input = input,
            At = null,
            Now = UtcNow,
            Status = _status,
            Taken = _taken.All,
            Kept = kept.Count == 0 ? null : kept,
        };
    }

    private void Show(bool isPending) =>
        _context.SetCustomStatus(Envelopes.Of(new StatusEnvelope(_run.Generation, _run.Version, isPending, _status)));

    // Unlike the recorded time, a timer's due time is exact; and the clocks of two machines differ.
    private void Reach(DateTimeOffset time) => _now = time > _now ? time.ToUniversalTime() : _now;

    private string NextKey() => $"{_key}/{++_calls}";

    private SignalBox BoxOf(string name)
    {
        if (!_boxes.TryGetValue(name, out var box))
        {
            var kept = (_run.Kept ?? []).Where(signal => string.Equals(signal.Name, name, StringComparison.OrdinalIgnoreCase));
            _boxes.Add(name, box = new(() => _context.WaitForExternalEvent<JsonElement?>(name), _taken, kept.Select(signal => signal.Event)));
        }

        return box;
    }

    private async Task<TOut> AttemptAsync<TOut>(string name, RetrySchedule? retry, Func<int, Task<CallAnswer>> ask)
    {
        var first = UtcNow;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ask(attempt);
            if (answer.Failure is not { } failure)
            {
                return ReadAs<TOut>(name, answer.Output);
            }

            if (retry?.NextWait(attempt, UtcNow - first, failure) is not { } wait)
            {
                throw new StepFailedException(name, failure);
            }

            await SleepAsync(UtcNow + wait);
        }
    }

    private async Task<CallAnswer> CallAsync(string name, CallEnvelope call)
    {
        if (_registry.Find(name) is not { } code)
        {
            return new(null, new(FailureTypes.UnknownActivity, $"no activity named '{name}' is registered", CanRetry: false));
        }

        try
        {
            return Envelopes.Read<CallAnswer>(await _context.CallActivityAsync<JsonElement>(code.Name, Envelopes.Of(call)));
        }
        catch (TaskFailedException fault)
        {
            // The platform's own: the function ran out of time, or its process died while it ran.
            return new(null, InstanceFailedException.Of(fault.FailureDetails));
        }
    }

    private static Delivery<T> Read<T>(string name, JsonElement? raised) => SignalEnvelope.Of(raised) is { } signal
        ? new(ReadAs<T>(name, signal.Payload))
        : throw new StepFailedException(name, new(FailureTypes.Unreadable, $"an event '{name}' was raised that is no signal", CanRetry: false));

    private static T ReadAs<T>(string step, JsonElement? json)
    {
        try
        {
            return Envelopes.PayloadOf(json).ReadAs<T>("what came for", step);
        }
        catch (UnreadablePayloadException fault)
        {
            throw new StepFailedException(step, Failure.Of(fault));
        }
    }
}
