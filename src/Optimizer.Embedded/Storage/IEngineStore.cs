using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>
/// Where the engine keeps everything. One connection, used by one thread at a time; a change becomes durable, all of it
/// or nothing, when <see cref="Commit"/> returns.
/// </summary>
/// <remarks>
/// Times are UTC ticks. Writes are only made between <see cref="Begin"/> and <see cref="Commit"/>; reads also outside.
/// Every member throws <see cref="StoreException"/> when the disk or the file fails, with nothing of the open change kept.
/// </remarks>
internal interface IEngineStore : IDisposable
{
    /// <summary>
    /// Names this store and its copies, and no other: keys of instances begin anew in a new file, and an idempotency key must
    /// not. In memory always the same, so that a simulation repeats.
    /// </summary>
    string Id { get; }

    /// <summary>Opens a change.</summary>
    void Begin();

    /// <summary>Makes the open change durable. One that wrote nothing costs no flush.</summary>
    void Commit();

    /// <summary>Drops the open change; without one it does nothing.</summary>
    void Rollback();

    /// <summary>The highest numbers given out so far, those of the open change included; from memory, so it costs nothing.</summary>
    StoreMarks Given { get; }

    /// <summary>
    /// The highest numbers of committed changes, read from the file: after a failed <see cref="Commit"/> and a
    /// <see cref="Rollback"/> it tells whether the change is durable all the same.
    /// </summary>
    StoreMarks Committed();

    /// <summary>Instances that are not finished, by key.</summary>
    IReadOnlyList<LiveRow> Live();

    /// <summary>All pending timers, by due time, then instance and step.</summary>
    IReadOnlyList<TimerRow> Timers();

    /// <summary>The instance of an id, or null.</summary>
    InstanceRow? Find(string id);

    /// <summary>Records of an instance's current generation, and its signals and answers not yet taken, in order of sequence.</summary>
    /// <exception cref="System.Text.Json.JsonException">One of them is missing: this history is damaged, the others are not.</exception>
    IReadOnlyList<RecordRow> Records(long instance);

    /// <summary>Time of an instance's last record; null without one.</summary>
    long? LastRecordAt(long instance);

    /// <summary>Instances that the query finds with a key above <paramref name="after"/>, by key, at most <paramref name="limit"/>.</summary>
    IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit);

    /// <summary>Children of an instance, of all its generations, by key.</summary>
    IReadOnlyList<InstanceRow> Children(long parent);

    /// <summary>Adds an instance under an id that is free, and gives its key: above all keys ever given.</summary>
    long Insert(NewInstance instance);

    /// <summary>Deletes an instance with its records, timers and signal keys.</summary>
    void Delete(long instance);

    /// <summary>Appends a record and gives its sequence: above all sequences ever given.</summary>
    /// <param name="instance">Whose.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="at">When, UTC ticks.</param>
    /// <param name="busy">Whether the instance has something to do at once after a restart.</param>
    /// <param name="body">JSON.</param>
    long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlyMemory<byte> body);

    /// <summary>Deletes all records of an instance except those kept.</summary>
    void DeleteRecords(long instance, IReadOnlyCollection<long> kept);

    /// <summary>Adds a timer. A step has at most one; step -1 is the scheduled start.</summary>
    void AddTimer(TimerRow timer);

    /// <summary>Removes a step's timer, if it is there.</summary>
    void RemoveTimer(long instance, int step);

    /// <summary>Removes all timers of an instance.</summary>
    void RemoveTimers(long instance);

    /// <summary>Sets what queries show.</summary>
    void SetStatus(long instance, Payload? status);

    /// <summary>Moves an unfinished instance between its states, with why.</summary>
    void SetState(long instance, RunState state, long at, string? reason, Failure? failure);

    /// <summary>Counts the starts of the process in which this instance was under way without getting on.</summary>
    void SetAttempts(long instance, int attempts);

    /// <summary>Ends an instance: state, output or failure or reason, time; its timers go.</summary>
    void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason);

    /// <summary>Begins the next generation: time, number, version, input.</summary>
    void Continue(long instance, long at, int generation, int version, Payload input);

    /// <summary>Keeps a signal's idempotency key for an instance; false when it was there already.</summary>
    bool TryAddSignalKey(long instance, string key, long at);

    /// <summary>Forgets signal keys older than a time.</summary>
    void DeleteSignalKeys(long before);

    /// <summary>How many transactions were flushed to disk since it opened; those without a write do not count.</summary>
    long Flushes { get; }

    /// <summary>Copies the whole store, consistent, to a file that does not exist yet, by the online-backup API.</summary>
    void Backup(string file);
}
