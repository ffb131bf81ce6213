using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>Changes of instances.</summary>
internal sealed class InstanceTable(SqliteSession session, HighWater marks)
{
    private const int MostKnown = 100_000;

    private readonly Statement _insert = session.Prepare("""
        INSERT INTO instance (key, id, workflow, version, state, started, generation, attempts, created_at, changed_at,
            input, tags, trace, parent, parent_generation, parent_step)
        VALUES (?1, ?2, ?3, ?4, 1, 0, 1, 0, ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    private readonly Statement _delete = session.Prepare("DELETE FROM instance WHERE key = ?");
    private readonly Statement _start = session.Prepare("UPDATE instance SET started = 1 WHERE key = ? AND started = 0");
    private readonly Statement _status = session.Prepare("UPDATE instance SET status = ?2 WHERE key = ?1");
    private readonly Statement _attempts = session.Prepare("UPDATE instance SET attempts = ?2 WHERE key = ?1");

    private readonly Statement _state = session.Prepare(
        "UPDATE instance SET state = ?2, changed_at = ?3, reason = ?4, failure = ?5 WHERE key = ?1 AND state < 4");

    private readonly Statement _finish = session.Prepare(
        "UPDATE instance SET state = ?2, changed_at = ?3, reason = ?4, failure = ?5, output = ?6 WHERE key = ?1 AND state < 4");

    private readonly Statement _continue = session.Prepare(
        "UPDATE instance SET generation = ?2, version = ?3, input = ?4, changed_at = ?5 WHERE key = ?1 AND state < 4");

    // Saves a look into the table at every turn but an instance's first since the file was opened.
    private readonly HashSet<long> _started = [];

    public long Insert(NewInstance instance)
    {
        var key = marks.NextKey();
        _ = _insert.Bind(1, key).Bind(2, instance.Id).Bind(3, instance.Workflow).Bind(4, instance.Version).Bind(5, instance.CreatedAt)
            .Bind(6, instance.Input.Utf8.Span).Bind(7, TagText.Write(instance.Tags)).Bind(8, instance.Trace)
            .Bind(9, instance.Parent?.Instance).Bind(10, instance.Parent?.Generation).Bind(11, instance.Parent?.Step)
            .Run();
        return key;
    }

    public void Delete(long instance)
    {
        marks.Deleted();
        _ = _delete.Bind(1, instance).Run();
    }

    /// <summary>A turn of the instance was recorded.</summary>
    public void Start(long instance)
    {
        if (_started.Contains(instance))
        {
            return;
        }

        _ = _start.Bind(1, instance).Run();
        if (_started.Count >= MostKnown)
        {
            _started.Clear();
        }

        _ = _started.Add(instance);
    }

    /// <summary>The open change was dropped, and with it perhaps what is known.</summary>
    public void Dropped() => _started.Clear();

    public void SetStatus(long instance, Payload? status) => One(instance, _status.Bind(1, instance).Bind(2, status?.Utf8));

    public void SetAttempts(long instance, int attempts) => One(instance, _attempts.Bind(1, instance).Bind(2, attempts));

    public void SetState(long instance, RunState state, long at, string? reason, Failure? failure)
    {
        if (state.IsFinished())
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "ends an instance");
        }

        One(instance, Ended(_state, instance, state, at, reason, failure));
    }

    public void Finish(long instance, RunState state, long at, Payload? output, Failure? failure, string? reason)
    {
        if (!state.IsFinished())
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "does not end an instance");
        }

        One(instance, Ended(_finish, instance, state, at, reason, failure).Bind(6, output?.Utf8));
    }

    public void Continue(long instance, long at, int generation, int version, Payload input) =>
        One(instance, _continue.Bind(1, instance).Bind(2, generation).Bind(3, version).Bind(4, input.Utf8.Span).Bind(5, at));

    private static Statement Ended(Statement statement, long instance, RunState state, long at, string? reason, Failure? failure) => statement
        .Bind(1, instance).Bind(2, StateNumbers.Number(state)).Bind(3, at).Bind(4, reason)
        .Bind(5, failure is null ? (ReadOnlyMemory<byte>?)null : Payload.Of(failure).Utf8);

    // A change of an instance that is not there is a fault of the caller that must not pass for done.
    private void One(long instance, Statement statement)
    {
        if (statement.Run() == 0)
        {
            session.Rollback();
            throw new StoreException($"the change contradicts what is stored: instance {instance} is not there, or has finished", mayPass: false);
        }
    }
}
