using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>A store that tells what is written into it.</summary>
internal sealed class CountingStore(IEngineStore inner, HistoryCount count) : IEngineStore
{
    public string Id => inner.Id;

    public StoreMarks Given => inner.Given;

    public long Flushes => inner.Flushes;

    public void Begin() => inner.Begin();

    public void Commit() => inner.Commit();

    public void Rollback() => inner.Rollback();

    public StoreMarks Committed() => inner.Committed();

    public IReadOnlyList<LiveRow> Live() => inner.Live();

    public IReadOnlyList<TimerRow> Timers() => inner.Timers();

    public InstanceRow? Find(string id) => inner.Find(id);

    public IReadOnlyList<RecordRow> Records(long instance) => inner.Records(instance);

    public long? LastRecordAt(long instance) => inner.LastRecordAt(instance);

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit) => inner.List(query, after, limit);

    public IReadOnlyList<InstanceRow> Children(long parent) => inner.Children(parent);

    public long Insert(NewInstance instance)
    {
        var key = inner.Insert(instance);
        count.Started(key, instance);
        return key;
    }

    public void Delete(long instance) => inner.Delete(instance);

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlyMemory<byte> body)
    {
        var sequence = inner.Append(instance, kind, at, busy, body);
        switch (kind)
        {
            case RecordKind.Turn:
                count.Turned(instance, at, body);
                break;
            case RecordKind.Message:
                count.Kept(instance, sequence, at, body);
                break;
            case RecordKind.Begun:
                break;
            default:
                throw new InvalidOperationException($"unknown record {kind}");
        }

        return sequence;
    }

    public void DeleteRecords(long instance, IReadOnlyCollection<long> kept)
    {
        inner.DeleteRecords(instance, kept);
        count.Forgotten(instance, kept);
    }

    public void AddTimer(TimerRow timer)
    {
        inner.AddTimer(timer);
        count.TimerSet(timer);
    }

    public void RemoveTimer(long instance, int step)
    {
        inner.RemoveTimer(instance, step);
        count.TimerCleared(instance, step);
    }

    public void RemoveTimers(long instance) => inner.RemoveTimers(instance);

    public void SetStatus(long instance, Payload? status) => inner.SetStatus(instance, status);

    public void SetState(long instance, RunState state, long at, string? reason, Failure? failure) => inner.SetState(instance, state, at, reason, failure);

    public void SetAttempts(long instance, int attempts) => inner.SetAttempts(instance, attempts);

    public void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason) =>
        inner.Finish(instance, state, at, output, failure, reason);

    public void Continue(long instance, long at, int generation, int version, Payload input)
    {
        inner.Continue(instance, at, generation, version, input);
        count.Continued(instance, at, input);
    }

    public bool TryAddSignalKey(long instance, string key, long at) => inner.TryAddSignalKey(instance, key, at);

    public void DeleteSignalKeys(long before) => inner.DeleteSignalKeys(before);

    public void Backup(string file) => inner.Backup(file);

    public void Dispose() => inner.Dispose();
}
