using Optimizer.Embedded.History;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Replay;

/// <summary>
/// A workflow's running code. It is told messages and runs until it waits again, on the one thread that tells it: every
/// continuation is queued and run in order, so the same messages always give the same steps.
/// </summary>
internal sealed class Coroutine : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Continuation, object? State)> _ready = new();
    private readonly CoroutineContext _context;
    private readonly WorkflowCode _code;
    private readonly Payload _input;
    private readonly Limits _limits;
    private readonly Action<string> _stray;
    private Task<Payload>? _main;
    private int _thread;

    /// <param name="code">What to run.</param>
    /// <param name="instanceId">For the context.</param>
    /// <param name="generation">For the context's answers.</param>
    /// <param name="input">Of this generation.</param>
    /// <param name="limits">On what it may ask for.</param>
    /// <param name="stray">Called, on any thread, when the code goes on outside its turn; with what is known of it.</param>
    public Coroutine(WorkflowCode code, string instanceId, int generation, Payload input, Limits limits, Action<string> stray)
    {
        (_code, _input, _limits, _stray) = (code, input, limits, stray);
        _context = new(this, instanceId, generation, limits);
    }

    /// <summary>Whether the caller is inside a turn of this workflow, on its thread.</summary>
    public bool IsRunning => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Takes one turn.</summary>
    /// <param name="at">The recorded time, UTC ticks.</param>
    /// <param name="told">Messages, in order; on the first turn the code is started before.</param>
    /// <exception cref="StrayException">The code waits for something that is not of its context.</exception>
    public CoroutineTurn Run(long at, IReadOnlyList<Message> told)
    {
        var outer = Current;
        List<Message>? heard = null;
        // The code's own: what it leaves in async locals must not reach the next workflow on this thread.
        var flow = ExecutionContext.Capture();
        _thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
        try
        {
            _context.BeginTurn(at);
            _main ??= _code.RunAsync(_context, _input);
            Drain();
            for (var place = 0; place < told.Count; place++)
            {
                // What is kept under a number of its own must be marked as taken, whether or not anybody waits for it.
                var message = told[place];
                if (_context.Tell(message) || message.Sequence > 0)
                {
                    heard?.Add(message);
                }
                else
                {
                    heard ??= [.. told.Take(place)];
                }

                Drain();
            }
        }
        finally
        {
            _thread = 0;
            SetSynchronizationContext(outer);
            if (flow is not null)
            {
                ExecutionContext.Restore(flow);
            }
        }

        return _context.EndTurn(heard ?? told, Ending(), _main.IsCompleted);
    }

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsRunning)
        {
            Stray("it awaits something that is not of its context, such as Task.Delay, Task.Run or I/O, which goes on outside its turn");
            return;
        }

        _ready.Enqueue((d, state));
    }

    /// <summary>The code goes on where it must not.</summary>
    public void Stray(string how) => _stray(how);

    /// <inheritdoc />
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("a workflow cannot be called into");

    /// <inheritdoc />
    public override SynchronizationContext CreateCopy() => this;

    private void Drain()
    {
        while (_ready.TryDequeue(out var next))
        {
            next.Continuation(next.State);
        }
    }

    private Ending? Ending() => _main switch
    {
        { IsCompletedSuccessfully: true } when _context.Next is { } next => new Ending.Continued(next, _context.Unread()),
        { IsCompletedSuccessfully: true } when _limits.IsTooLarge(_main.Result, "the output of workflow", _code.Name) is { } fault =>
            new Ending.Failed(Failure.Of(fault)),
        { IsCompletedSuccessfully: true } => new Ending.Completed(_main.Result),
        { IsFaulted: true } => new Ending.Failed(Failure.Of(_main.Exception!.InnerException!)),
        { IsCanceled: true } => new Ending.Failed(new(typeof(OperationCanceledException).FullName!, "the workflow was cancelled")),
        _ => null,
    };
}
