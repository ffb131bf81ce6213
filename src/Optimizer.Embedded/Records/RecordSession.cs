using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>The one connection, used by one thread at a time. What fails drops its change: all of it is written, or nothing.</summary>
internal sealed class RecordSession(SqliteSession session, string file, bool readOnly) : IDisposable
{
    private readonly Lock _gate = new();
    private bool _isClosed;

    public string File => file;

    public bool IsReadOnly => readOnly;

    /// <summary>A statement that lives as long as the session.</summary>
    public Statement Prepare(string sql) => Told(() => session.Prepare(sql));

    /// <summary>Reads; the connection is held meanwhile, so only little is read at once.</summary>
    /// <exception cref="RecordFileException">The file failed.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return Told(() => read(session));
        }
    }

    /// <summary>Changes, all or nothing.</summary>
    /// <exception cref="RecordFileException">The file failed, or is open for reading only.</exception>
    public T Change<T>(Func<T> change)
    {
        if (readOnly)
        {
            throw new RecordFileException(file, "is open for reading only");
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return Told(() =>
            {
                session.Begin();
                try
                {
                    var answer = change();
                    session.Commit();
                    return answer;
                }
                catch
                {
                    session.Rollback();
                    throw;
                }
            });
        }
    }

    /// <summary>Begins a change, looks, and drops it.</summary>
    public void Abandon(Action<SqliteSession> change, Action look)
    {
        lock (_gate)
        {
            session.Begin();
            change(session);
            look();
            session.Rollback();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                session.Dispose();
            }
        }
    }

    private T Told<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (StoreException fault) when (fault.InnerException is SqliteException said)
        {
            throw new RecordFileException(file, RecordFaults.Words(said), said) { MayPass = RecordFaults.MayPass(said) };
        }
    }
}
