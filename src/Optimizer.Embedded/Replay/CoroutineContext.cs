using Optimizer.Embedded.History;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Replay;

/// <summary>What a workflow's code asks, noted step by step; what it is told, handed to the step that waits for it.</summary>
internal sealed class CoroutineContext(Coroutine coroutine, string instanceId, int generation, Limits limits) : IWorkflowContext
{
    private readonly Dictionary<int, OpenStep> _open = [];
    private readonly SignalBox _signals = new();
    private List<Command> _asked = [];
    private readonly List<int> _cleared = [];
    private Payload? _status;
    private long _now;
    private int _nextStep;
    private int _openActivities;
    private string? _misuse;

    public string InstanceId
    {
        get
        {
            CheckThread();
            return instanceId;
        }
    }

    public DateTimeOffset UtcNow
    {
        get
        {
            CheckThread();
            return new(_now, TimeSpan.Zero);
        }
    }

    /// <summary>Input of the next generation, once it was asked for.</summary>
    public Payload? Next { get; private set; }

    public Task<TOut> CallAsync<TIn, TOut>(Activity<TIn, TOut> activity, TIn input, RetrySchedule? retry = null)
    {
        CheckThread();
        ArgumentNullException.ThrowIfNull(activity);
        var payload = limits.Write(input, "the input of activity", activity.Name);
        var call = _nextStep;
        return AttemptAsync<TOut>(
            activity.Name, retry, (step, attempt) => new Command.CallActivity(step, activity.Name, payload, call, attempt));
    }

    public Task<TOut> RunAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string childId, TIn input, RetrySchedule? retry = null)
    {
        CheckThread();
        ArgumentNullException.ThrowIfNull(workflow);
        WorkflowIds.Check(childId);
        var payload = limits.Write(input, "the input of child workflow", workflow.Name);
        return AttemptAsync<TOut>(
            workflow.Name, retry, (step, attempt) => new Command.RunChild(step, workflow.Name, childId, payload, attempt));
    }

    public async Task<Delivery<T>?> WaitAsync<T>(Signal<T> signal, DateTimeOffset? until = null)
    {
        CheckThread();
        ArgumentNullException.ThrowIfNull(signal);
        var taken = _signals.Take(signal.Name);
        if (taken is null)
        {
            var open = Ask(new Command.WaitForSignal(_nextStep, signal.Name, until?.UtcTicks));
            _signals.Wait(signal.Name, open.Command.Step);
            taken = await open.Answer as Message.Signalled;
        }

        return taken is null ? null : new(Read<T>(signal.Name, taken.Payload));
    }

    public async Task SleepAsync(DateTimeOffset until)
    {
        CheckThread();
        await Ask(new Command.SetTimer(_nextStep, until.UtcTicks)).Answer;
    }

    public void SetStatus<T>(T status)
    {
        CheckThread();
        _status = limits.WriteStatus(status);
    }

    public void ContinueAsNew<TIn>(TIn input)
    {
        CheckThread();
        Next = limits.Write(input, "the input of the next generation");
    }

    public void BeginTurn(long now)
    {
        (_now, _asked, _status) = (now, [], null);
        _cleared.Clear();
    }

    /// <summary>Signals told and not waited for, oldest first.</summary>
    public IReadOnlyList<Message.Signalled> Unread() => _signals.Unread();

    /// <summary>Hands a message over; false when it answers a step that is not open: a second answer, or one too late.</summary>
    public bool Tell(Message message)
    {
        switch (message)
        {
            case Message.Signalled signal when _signals.Deliver(signal) is { } waiter:
                if (_open[waiter].Command.Due is not null)
                {
                    _cleared.Add(waiter);
                }

                return Close(waiter, signal);
            case Message.Signalled:
                return true;
            case Message.TimerFired fired:
                if (_open.TryGetValue(fired.Step, out var waited) && waited.Command is Command.WaitForSignal wait)
                {
                    _signals.Forget(wait.Name, fired.Step);
                }

                _cleared.Add(fired.Step);
                return Close(fired.Step, fired);
            default:
                return Close(StepOf(message), message);
        }
    }

    /// <summary>What the turn came to.</summary>
    /// <exception cref="StrayException">Nothing that the context knows of would ever wake the code.</exception>
    public CoroutineTurn EndTurn(IReadOnlyList<Message> told, Ending? end, bool isOver)
    {
        if (_misuse is not null)
        {
            throw new StrayException(_misuse);
        }

        if (!isOver && _open.Count == 0)
        {
            throw new StrayException(
                "it waits, but for nothing that its context gave: it awaits Task.Delay, Task.Run, I/O or a task of its own, or left its thread by ConfigureAwait(false)");
        }

        return new(
            told, _asked, _status, end, _openActivities,
            TimersSet() ?? (IReadOnlyList<Command>)[],
            _cleared.Count == 0 ? [] : [.. _cleared.Where(step => _asked.Count == 0 || step < _asked[0].Step)]);
    }

    // Most turns set none; at every turn, what is not made need not be collected.
    private List<Command>? TimersSet()
    {
        List<Command>? set = null;
        foreach (var command in _asked)
        {
            if (command.Due is not null && _open.ContainsKey(command.Step))
            {
                (set ??= []).Add(command);
            }
        }

        return set;
    }

    private async Task<TOut> AttemptAsync<TOut>(string name, RetrySchedule? retry, Func<int, int, Command> ask)
    {
        var first = _now;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Ask(ask(_nextStep, attempt)).Answer;
            Failure failure;
            switch (answer)
            {
                case Message.ActivityCompleted completed:
                    return Read<TOut>(name, completed.Output);
                case Message.ChildCompleted completed:
                    return Read<TOut>(name, completed.Output);
                case Message.ActivityFailed failed:
                    failure = failed.Failure;
                    break;
                case Message.ChildFailed failed:
                    failure = failed.Failure;
                    break;
                default:
                    throw new InvalidOperationException($"'{name}' was answered by {answer}");
            }

            if (retry?.NextWait(attempt, TimeSpan.FromTicks(_now - first), failure) is not { } wait)
            {
                throw new StepFailedException(name, failure);
            }

            await Ask(new Command.SetTimer(_nextStep, _now + wait.Ticks)).Answer;
        }
    }

    private OpenStep Ask(Command command)
    {
        if (command.Step >= limits.Commands)
        {
            _misuse = $"it asked for more than {limits.Commands:#,0} steps in one generation; continue as new before";
            throw new InvalidOperationException(_misuse);
        }

        _nextStep++;
        _asked.Add(command);
        var open = new OpenStep(command);
        _open.Add(command.Step, open);
        _openActivities += command is Command.CallActivity ? 1 : 0;
        return open;
    }

    private bool Close(int step, Message message)
    {
        if (!_open.Remove(step, out var open))
        {
            return false;
        }

        _openActivities -= open.Command is Command.CallActivity ? 1 : 0;
        open.Close(message);
        return true;
    }

    private int StepOf(Message message) => message.AnswersGeneration != generation
        ? -1
        : message switch
        {
            Message.ActivityCompleted completed => completed.Step,
            Message.ActivityFailed failed => failed.Step,
            Message.ChildCompleted completed => completed.Step,
            Message.ChildFailed failed => failed.Step,
            _ => throw new InvalidOperationException($"unknown message {message}"),
        };

    private static T Read<T>(string step, Payload payload)
    {
        try
        {
            return payload.ReadAs<T>("what came for", step);
        }
        catch (UnreadablePayloadException fault)
        {
            throw new StepFailedException(step, Failure.Of(fault));
        }
    }

    private void CheckThread()
    {
        if (!coroutine.IsRunning)
        {
            const string Left = "it uses its context outside its turn: after ConfigureAwait(false), in Task.Run, or after it ended";
            coroutine.Stray(Left);
            throw new InvalidOperationException($"the workflow left its thread: {Left}");
        }
    }
}
