using Optimizer.Embedded.History;
using Optimizer.Embedded.Replay;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>
/// An instance that is not finished. It has a mailbox and takes one turn at a time; between turns it is a few words of
/// memory, with or without its running code.
/// </summary>
/// <remarks>Members are read and written under its lock, except <see cref="Written"/> and what never changes.</remarks>
internal sealed class LiveInstance(string id, string workflow, Action<LiveInstance> run) : IThreadPoolWorkItem
{
    // Grows on demand; most instances wait with nothing in it.
    private List<Message>? _mailbox;
    private List<(int Step, long Due)>? _timers;
    private List<(int Generation, int Step)>? _running;
    private List<TaskCompletionSource<InstanceStatus?>>? _waiters;

    public string Id => id;

    /// <summary>Name of its workflow.</summary>
    public string Workflow => workflow;

    public ParentRef? Parent { get; init; }

    /// <summary>W3C traceparent of who started it.</summary>
    public string? Trace { get; init; }

    public WrittenState Written { get; } = new();

    public int Version { get; set; } = 1;

    public int Generation { get; set; } = 1;

    public RunState State { get; set; } = RunState.Running;

    public Phase Phase { get; private set; }

    /// <summary>A scheduled start that has not come yet.</summary>
    public bool IsHeld { get; set; }

    /// <summary>It was under way when the process died, and waits until it is its turn to show whether it was the cause.</summary>
    public bool IsOnTrial { get; set; }

    /// <summary>Another start takes its place: who waits for its end is told when its successor is there.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>
    /// It was found at start with something open or kept, which was not read since: whatever comes meanwhile waits, because
    /// a turn taken before would be taken without it.
    /// </summary>
    public bool IsCold { get; set; }

    /// <summary>Whether this generation has taken a turn.</summary>
    public bool HasTurns { get; set; }

    /// <summary>Input of this generation until its first turn; then the store has it.</summary>
    public Payload? Input { get; set; }

    /// <summary>The running code; null when it was let go.</summary>
    public Coroutine? Code { get; set; }

    /// <summary>UTC ticks of its last turn.</summary>
    public long LastAt { get; set; }

    /// <summary>Events of this generation's history.</summary>
    public int Events { get; set; }

    /// <summary>Size of this generation's history.</summary>
    public long Bytes { get; set; }

    /// <summary>What its running code is counted as in the cache.</summary>
    public long CachedBytes { get; set; }

    /// <summary>Starts of the process in which it was under way without getting on.</summary>
    public int Attempts { get; set; }

    /// <summary>Grows with each parking: a turn begun before no longer counts.</summary>
    public int Epoch { get; set; }

    /// <summary>When it last moved, of the process's own clock: for letting go of idle code.</summary>
    public long TouchedAt { get; set; }

    /// <summary>Takes a turn, in a slot.</summary>
    public void Execute() => run(this);

    /// <summary>Puts a message in the mailbox; false when it answers nothing that is still asked.</summary>
    public bool Put(Message message)
    {
        if (State.IsFinished() || message.AnswersGeneration is { } generation && generation != Generation)
        {
            return false;
        }

        (_mailbox ??= []).Add(message);
        return true;
    }

    /// <summary>Whether a turn is due and none is under way; from now on one is.</summary>
    public bool TryQueue()
    {
        if (Phase != Phase.Idle || State != RunState.Running || IsHeld || IsOnTrial || IsCold || HasTurns && _mailbox is null)
        {
            return false;
        }

        Phase = Phase.Queued;
        return true;
    }

    /// <summary>Begins a turn: gives all messages; null when it may not run any more.</summary>
    public IReadOnlyList<Message>? Take()
    {
        if (State != RunState.Running)
        {
            Phase = Phase.Idle;
            return null;
        }

        Phase = Phase.Busy;
        var told = _mailbox;
        _mailbox = null;
        return told is null ? [] : told;
    }

    /// <summary>Puts messages back in front: the turn they were taken for does not count.</summary>
    public void PutBack(IReadOnlyList<Message> told)
    {
        if (told.Count > 0)
        {
            _mailbox = [.. told, .. _mailbox ?? []];
        }
    }

    /// <summary>The turn is over.</summary>
    public void Rest() => Phase = Phase.Idle;

    /// <summary>Adds kept messages that are not in the mailbox yet, oldest first.</summary>
    public void Restore(IReadOnlyList<Message> untaken)
    {
        var there = (_mailbox ?? []).Select(message => message.Sequence).ToHashSet();
        var missing = untaken.Where(message =>
            !there.Contains(message.Sequence) && (message.AnswersGeneration ?? Generation) == Generation).ToList();
        if (missing.Count > 0)
        {
            _mailbox = [.. missing.Concat(_mailbox ?? []).OrderBy(message => message.Sequence == 0 ? long.MaxValue : message.Sequence)];
        }
    }

    /// <summary>Begins the next generation: only signals stay in the mailbox, the unread ones first.</summary>
    public void Continue(int generation, int version, Payload input, IReadOnlyList<Message.Signalled> unread)
    {
        (Generation, Version, Input, HasTurns, Code, Events, Bytes) = (generation, version, input, false, null, 0, 0);
        (_timers, _running) = (null, null);
        List<Message> kept = [.. unread, .. (_mailbox ?? []).Where(message => message.AnswersGeneration is null)];
        _mailbox = kept.Count > 0 ? kept : null;
    }

    /// <summary>Ends it: nothing reaches it any more.</summary>
    /// <returns>Signals it was told of and had no turn for, and who waits for its end.</returns>
    public (int Dropped, IReadOnlyList<TaskCompletionSource<InstanceStatus?>> Waiters) Finish(RunState state)
    {
        var dropped = _mailbox?.Count(message => message is Message.Signalled) ?? 0;
        (State, Phase, Code, _mailbox, _timers) = (state, Phase.Idle, null, null, null);
        return (dropped, IsReplaced ? [] : TakeWaiters());
    }

    /// <summary>Those who wait for the end, for the one who tells them.</summary>
    public IReadOnlyList<TaskCompletionSource<InstanceStatus?>> TakeWaiters()
    {
        IReadOnlyList<TaskCompletionSource<InstanceStatus?>> waiters = _waiters ?? [];
        _waiters = null;
        return waiters;
    }

    /// <summary>Whether somebody waits for its end.</summary>
    public bool IsAwaited => _waiters is not null && !IsReplaced;

    /// <summary>Ends when the instance does, with how it ended, or with null when that is to be read; null when it has ended.</summary>
    public Task<InstanceStatus?>? Completion()
    {
        if (State.IsFinished())
        {
            return null;
        }

        var waiter = new TaskCompletionSource<InstanceStatus?>(TaskCreationOptions.RunContinuationsAsynchronously);
        (_waiters ??= []).Add(waiter);
        return waiter.Task;
    }

    public void AddTimer(int step, long due) => (_timers ??= new(1)).Add((step, due));

    public bool HasTimer(int step) => _timers?.Exists(timer => timer.Step == step) == true;

    /// <summary>How many timers it has.</summary>
    public int Timers => _timers?.Count ?? 0;

    /// <summary>Removes a step's timer; false when it was cancelled before.</summary>
    public bool RemoveTimer(int step) => _timers?.RemoveAll(timer => timer.Step == step) > 0;

    /// <summary>Marks an activity as begun until its answer is durable; false when it is already.</summary>
    public bool BeginActivity(int generation, int step)
    {
        if (_running?.Contains((generation, step)) == true)
        {
            return false;
        }

        (_running ??= new(1)).Add((generation, step));
        return true;
    }

    /// <summary>The answer of an activity is durable, or will never be.</summary>
    public void EndActivity(Message message)
    {
        if (message is Message.ActivityCompleted completed)
        {
            EndActivity(completed.Generation, completed.Step);
        }
        else if (message is Message.ActivityFailed failed)
        {
            EndActivity(failed.Generation, failed.Step);
        }
    }

    /// <summary>Its answer is durable, or it has none and may begin again.</summary>
    public void EndActivity(int generation, int step) => _running?.Remove((generation, step));
}
