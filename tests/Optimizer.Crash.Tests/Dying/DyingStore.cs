using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Dying;

/// <summary>A store in which one call goes wrong; after a death it lets nothing more through to the file.</summary>
/// <param name="inner">The real one.</param>
/// <param name="life">Ends with the death.</param>
/// <param name="fault">What goes wrong; null for nothing.</param>
/// <param name="remains">Takes what the death leaves, before anything is tidied up.</param>
internal sealed class DyingStore(IEngineStore inner, Life life, Fault? fault, Action remains) : IEngineStore
{
    private int _calls;
    private int _commits;
    private Action? _atNextBegin;

    /// <summary>Calls that began, wrote or committed.</summary>
    public int Calls => _calls;

    /// <summary>Whether the fault came.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>What the call was that went wrong.</summary>
    public string? Struck { get; private set; }

    public string Id => inner.Id;

    public long Flushes => life.HasEnded ? 0 : inner.Flushes;

    /// <summary>Dies now.</summary>
    public void Die() => life.End(() =>
    {
        remains();
        inner.Rollback();
        inner.Dispose();
    });

    /// <summary>Runs something once on the thread that has the store, before it begins its next change.</summary>
    public void AtNextBegin(Action action) => Volatile.Write(ref _atNextBegin, action);

    public void Begin() => Write(nameof(Begin), () =>
    {
        Interlocked.Exchange(ref _atNextBegin, null)?.Invoke();
        inner.Begin();
    });

    public void Commit() => Write(nameof(Commit), inner.Commit);

    // What is left of a dead engine tidies up and finds nothing: a death has dropped the open change.
    public void Rollback()
    {
        if (!life.HasEnded)
        {
            inner.Rollback();
        }
    }

    public StoreMarks Given => life.HasEnded ? default : inner.Given;

    public StoreMarks Committed() => Read(inner.Committed);

    public IReadOnlyList<LiveRow> Live() => Read(inner.Live);

    public IReadOnlyList<TimerRow> Timers() => Read(inner.Timers);

    public InstanceRow? Find(string id) => Read(() => inner.Find(id));

    public IReadOnlyList<RecordRow> Records(long instance) => Read(() => inner.Records(instance));

    public long? LastRecordAt(long instance) => Read(() => inner.LastRecordAt(instance));

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit) => Read(() => inner.List(query, after, limit));

    public IReadOnlyList<InstanceRow> Children(long parent) => Read(() => inner.Children(parent));

    public long Insert(NewInstance instance) => Write(nameof(Insert), () => inner.Insert(instance));

    public void Delete(long instance) => Write(nameof(Delete), () => inner.Delete(instance));

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlyMemory<byte> body) =>
        Write(nameof(Append), () => inner.Append(instance, kind, at, busy, body));

    public void DeleteRecords(long instance, IReadOnlyCollection<long> kept) => Write(nameof(DeleteRecords), () => inner.DeleteRecords(instance, kept));

    public void AddTimer(TimerRow timer) => Write(nameof(AddTimer), () => inner.AddTimer(timer));

    public void RemoveTimer(long instance, int step) => Write(nameof(RemoveTimer), () => inner.RemoveTimer(instance, step));

    public void RemoveTimers(long instance) => Write(nameof(RemoveTimers), () => inner.RemoveTimers(instance));

    public void SetStatus(long instance, Payload? status) => Write(nameof(SetStatus), () => inner.SetStatus(instance, status));

    public void SetState(long instance, RunState state, long at, string? reason, Failure? failure) =>
        Write(nameof(SetState), () => inner.SetState(instance, state, at, reason, failure));

    public void SetAttempts(long instance, int attempts) => Write(nameof(SetAttempts), () => inner.SetAttempts(instance, attempts));

    public void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason) =>
        Write(nameof(Finish), () => inner.Finish(instance, state, at, output, failure, reason));

    public void Continue(long instance, long at, int generation, int version, Payload input) =>
        Write(nameof(Continue), () => inner.Continue(instance, at, generation, version, input));

    public bool TryAddSignalKey(long instance, string key, long at) => Write(nameof(TryAddSignalKey), () => inner.TryAddSignalKey(instance, key, at));

    public void DeleteSignalKeys(long before) => Write(nameof(DeleteSignalKeys), () => inner.DeleteSignalKeys(before));

    public void Backup(string file)
    {
        life.MustGoOn();
        inner.Backup(file);
    }

    public void Dispose()
    {
        if (!life.HasEnded)
        {
            inner.Dispose();
        }
    }

    private T Read<T>(Func<T> read)
    {
        life.MustGoOn();
        return read();
    }

    private void Write(string name, Action call) => Write(name, () =>
    {
        call();
        return 0;
    });

    private T Write<T>(string name, Func<T> call)
    {
        life.MustGoOn();
        _calls++;
        // A write that is undone with its change is the same as one that failed; only a commit can be done and say it was not.
        _commits += name == nameof(Commit) ? 1 : 0;
        var mine = !HasStruck && fault is not null
            && (fault.Kind == FaultKind.DoneButFailed ? name == nameof(Commit) && _commits == fault.Call : _calls == fault.Call);
        if (mine && fault!.Kind is (FaultKind.DieBefore or FaultKind.FailOnce))
        {
            Strike(name);
        }

        var given = call();
        if (mine)
        {
            Strike(name);
        }

        return given;
    }

    private void Strike(string name)
    {
        (HasStruck, Struck) = (true, name);
        if (fault!.Kind is FaultKind.DieBefore or FaultKind.DieAfter)
        {
            Die();
            throw new DeathException();
        }

        inner.Rollback();
        throw new StoreException($"the disk failed in {name}", mayPass: true);
    }
}
