using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>A store that can die: from then on nothing is kept, as when the process is killed. Closing still frees the file.</summary>
internal sealed class MortalStore(IEngineStore inner) : IEngineStore
{
    private volatile bool _dead;

    public long Flushes => inner.Flushes;

    public HighWater Given => Alive().Given;

    public void Die() => _dead = true;

    public void Begin() => Alive().Begin();

    public void Commit() => Alive().Commit();

    public HighWater Committed() => Alive().Committed();

    public void Rollback() => inner.Rollback();

    public IReadOnlyList<LiveRow> Live() => Alive().Live();

    public IReadOnlyList<TimerRow> Timers() => Alive().Timers();

    public InstanceRow? Find(string id) => Alive().Find(id);

    public IReadOnlyList<RecordRow> Records(long instance) => Alive().Records(instance);

    public long? LastRecordAt(long instance) => Alive().LastRecordAt(instance);

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit) => Alive().List(query, after, limit);

    public IReadOnlyList<InstanceRow> Children(long parent) => Alive().Children(parent);

    public long Insert(NewInstance instance) => Alive().Insert(instance);

    public void Delete(long instance) => Alive().Delete(instance);

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlyMemory<byte> body) => Alive().Append(instance, kind, at, busy, body);

    public void DeleteRecords(long instance, IReadOnlyCollection<long> kept) => Alive().DeleteRecords(instance, kept);

    public void AddTimer(TimerRow timer) => Alive().AddTimer(timer);

    public void RemoveTimer(long instance, int step) => Alive().RemoveTimer(instance, step);

    public void RemoveTimers(long instance) => Alive().RemoveTimers(instance);

    public void SetStatus(long instance, Payload? status) => Alive().SetStatus(instance, status);

    public void SetState(long instance, RunState state, long at, string? reason, Failure? failure) => Alive().SetState(instance, state, at, reason, failure);

    public void SetAttempts(long instance, int attempts) => Alive().SetAttempts(instance, attempts);

    public void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason) =>
        Alive().Finish(instance, state, at, output, failure, reason);

    public void Continue(long instance, int generation, int version, Payload input) => Alive().Continue(instance, generation, version, input);

    public bool TryAddSignalKey(long instance, string key, long at) => Alive().TryAddSignalKey(instance, key, at);

    public void DeleteSignalKeys(long before) => Alive().DeleteSignalKeys(before);

    public void Backup(string file) => Alive().Backup(file);

    public void Dispose()
    {
        if (_dead)
        {
            inner.Rollback();
        }

        inner.Dispose();
    }

    private IEngineStore Alive() => _dead ? throw new StoreException("the process is dead", mayPass: false) : inner;
}
