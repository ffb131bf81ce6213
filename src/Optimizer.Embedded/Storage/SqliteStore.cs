using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>The store on one SQLite file, held for this process alone, or in memory.</summary>
internal sealed class SqliteStore : IEngineStore
{
    private readonly SqliteSession _session;
    private readonly HighWater _marks;
    private readonly FreePages _free;
    private readonly RecordTable _records;
    private readonly TimerTable _timers;
    private readonly SignalKeyTable _signalKeys;
    private readonly InstanceTable _instances;
    private readonly InstanceReader _reader;

    private SqliteStore(SqliteSession session, FileLock? held)
    {
        _session = session;
        Lock = held;
        Id = held is null ? "memory" : session.Read("SELECT id FROM store")!;
        _marks = new(session);
        _free = new(session);
        _records = new(session, _marks);
        _timers = new(session);
        _signalKeys = new(session);
        _instances = new(session, _marks);
        _reader = new(session);
        session.Dropped = () =>
        {
            _marks.Dropped();
            _instances.Dropped();
            _records.Dropped();
        };
    }

    /// <summary>The hold on the file, whose heartbeat the owner of the store keeps going; null in memory.</summary>
    public FileLock? Lock { get; }

    public string Id { get; }

    public long Flushes => _session.Flushes;

    /// <summary>Takes the file, makes it when absent, with its folder, and raises it to this version.</summary>
    /// <param name="file">Path; null keeps everything in memory.</param>
    /// <param name="clock">What the hold on the file is dated by; the system's when null.</param>
    /// <param name="notes">Whether it is noted who holds it; who only looks leaves the note of a former owner that died.</param>
    /// <exception cref="EngineFileException">The file is in use, damaged, read-only, another program's, or of a newer version.</exception>
    public static SqliteStore Open(string? file, TimeProvider? clock = null, bool notes = true)
    {
        if (file is null)
        {
            return new(SqliteFile.OpenInMemory(), held: null);
        }

        var path = Path.GetFullPath(file);
        var held = FileLock.Take(path, clock ?? TimeProvider.System);
        SqliteSession? session = null;
        try
        {
            session = SqliteFile.Open(path);
            var store = new SqliteStore(session, held);
            if (notes)
            {
                held.Beat();
            }

            return store;
        }
        catch (Exception problem)
        {
            session?.Dispose();
            held.Dispose();
            if (problem is StoreException or IOException or UnauthorizedAccessException)
            {
                throw new EngineFileException(path, problem.Message, problem);
            }

            throw;
        }
    }

    /// <summary>Told before what is shown of an instance changes.</summary>
    public Action<long> Changed { get; set; } = _ => { };

    /// <summary>Told before an instance is deleted.</summary>
    public Action Deleted { get; set; } = () => { };

    public StoreMarks Given => _marks.Given;

    public void Begin()
    {
        _session.Begin();
        _marks.Begun();
    }

    public void Commit()
    {
        _session.MustBeInChange();
        if (_marks.Save())
        {
            _free.Release();
        }

        _session.Commit();
        _marks.Done();
    }

    public StoreMarks Committed() => _marks.Committed();

    public void Rollback() => _session.Rollback();

    public IReadOnlyList<LiveRow> Live() => _reader.Live();

    public IReadOnlyList<TimerRow> Timers() => _timers.All();

    public InstanceRow? Find(string id) => _reader.Find(id);

    public IReadOnlyList<RecordRow> Records(long instance) => _records.Of(instance);

    public long? LastRecordAt(long instance) => _records.LastAt(instance);

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit) => _reader.List(query, after, limit);

    public IReadOnlyList<InstanceRow> Children(long parent) => _reader.Children(parent);

    public long Insert(NewInstance instance) => InChange()._instances.Insert(instance);

    public void Delete(long instance)
    {
        Deleted();
        InChange()._records.Delete(instance, []);
        _timers.RemoveAll(instance);
        _signalKeys.DeleteAll(instance);
        _instances.Delete(instance);
    }

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlyMemory<byte> body)
    {
        var sequence = InChange(instance)._records.Append(instance, kind, at, busy, body.Span);
        if (kind == RecordKind.Turn)
        {
            _instances.Start(instance);
        }

        return sequence;
    }

    public void DeleteRecords(long instance, IReadOnlyCollection<long> kept) => InChange(instance)._records.Delete(instance, kept);

    public void AddTimer(TimerRow timer) => InChange()._timers.Add(timer);

    public void RemoveTimer(long instance, int step) => InChange()._timers.Remove(instance, step);

    public void RemoveTimers(long instance) => InChange()._timers.RemoveAll(instance);

    public void SetStatus(long instance, Payload? status) => InChange(instance)._instances.SetStatus(instance, status);

    public void SetState(long instance, RunState state, long at, string? reason, Failure? failure) =>
        InChange(instance)._instances.SetState(instance, state, at, reason, failure);

    public void SetAttempts(long instance, int attempts) => InChange()._instances.SetAttempts(instance, attempts);

    public void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason)
    {
        InChange(instance)._instances.Finish(instance, state, at, output, failure, reason);
        _timers.RemoveAll(instance);
    }

    public void Continue(long instance, long at, int generation, int version, Payload input) =>
        InChange(instance)._instances.Continue(instance, at, generation, version, input);

    public bool TryAddSignalKey(long instance, string key, long at) => InChange()._signalKeys.TryAdd(instance, key, at);

    public void DeleteSignalKeys(long before) => InChange()._signalKeys.DeleteBefore(before);

    /// <inheritdoc />
    /// <exception cref="EngineFileException">The copy cannot be made there; this store goes on.</exception>
    public void Backup(string file) => BackupCopy.Write(_session, file);

    public void Dispose()
    {
        _session.Dispose();
        Lock?.Dispose();
    }

    // Tests reach below the contract, to fill a disk.
    internal SqliteSession Session => _session;

    private SqliteStore InChange()
    {
        _session.MustBeInChange();
        return this;
    }

    private SqliteStore InChange(long instance)
    {
        _session.MustBeInChange();
        Changed(instance);
        return this;
    }
}
