using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>The one connection, used by one thread at a time. A change that fails is dropped: all of it is written, or nothing.</summary>
internal sealed class RecordSession(SqliteSession session, string file, bool readOnly) : IDisposable
{
    // How soon changes of other processes are seen, in ms.
    private const long LookEvery = 50;

    private const int MostTogether = 256;

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<RecordRequest> _asked = new();
    private Statement? _others;
    private long _othersVersion;
    private long _lookedAt;
    private long _terms;
    private bool _isClosed;

    public string File => file;

    public bool IsReadOnly => readOnly;

    /// <summary>
    /// Another number whenever terms may have changed: at once, and before anybody is told, for changes made here; soon for those of
    /// other processes. It never waits for a change that is being flushed.
    /// </summary>
    public long Terms
    {
        get
        {
            if (Environment.TickCount64 - Interlocked.Read(ref _lookedAt) >= LookEvery && _gate.TryEnter())
            {
                try
                {
                    ObjectDisposedException.ThrowIf(_isClosed, this);
                    Told(LookAtOthers);
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return Interlocked.Read(ref _terms);
        }
    }

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

    /// <summary>
    /// Changes, all or nothing; durable when it returns. Whoever comes while another's change is flushed waits, and the first to go on takes
    /// the changes of all who wait into one transaction, so that a morning on which thousands of plays tick costs few flushes.
    /// </summary>
    /// <param name="change">The change: only of this session, and the same when it is made once more.</param>
    /// <param name="isTerms">Whether it may change what plays go by: definitions, policy, the register, the freeze.</param>
    /// <exception cref="RecordFileException">The file failed, or is open for reading only.</exception>
    public T Change<T>(Func<T> change, bool isTerms = false)
    {
        if (readOnly)
        {
            throw new RecordFileException(file, "is open for reading only");
        }

        var asked = new RecordQuestion<T>(change, isTerms);
        _asked.Enqueue(asked);
        lock (_gate)
        {
            while (!asked.IsSettled)
            {
                ObjectDisposedException.ThrowIf(_isClosed, this);
                Write();
            }
        }

        return asked.Answer();
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

    private void Write()
    {
        var some = new List<RecordRequest>();
        while (some.Count < MostTogether && _asked.TryDequeue(out var next))
        {
            some.Add(next);
        }

        if (Made(some) is { } failure)
        {
            if (some is [var only])
            {
                only.Settle(failure);
                return;
            }

            // Nothing was kept; whose fault it was shows when each is made alone.
            foreach (var each in some)
            {
                each.Settle(Made([each]));
            }

            return;
        }

        some.ForEach(each => each.Settle(null));
    }

    /// <summary>Makes changes in one transaction; what went wrong, or null.</summary>
    private Exception? Made(IReadOnlyList<RecordRequest> changes)
    {
        try
        {
            return Told<Exception?>(() =>
            {
                session.Begin();
                try
                {
                    // Whatever others have changed came before this, so it is seen before this is.
                    LookAtOthers();
                    foreach (var each in changes)
                    {
                        each.Make();
                    }

                    session.Commit();
                    return null;
                }
                catch
                {
                    session.Rollback();
                    throw;
                }
                finally
                {
                    if (changes.Any(each => each.IsTerms))
                    {
                        Interlocked.Increment(ref _terms);
                    }
                }
            });
        }
#pragma warning disable CA1031 // Whatever it was: it is thrown where the change was asked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    // The connection counts the changes of all others, and none of its own.
    private bool LookAtOthers()
    {
        Interlocked.Exchange(ref _lookedAt, Environment.TickCount64);
        var version = (_others ??= session.Prepare("PRAGMA data_version")).First(row => row.Long(0));
        var hasChanged = version != _othersVersion;
        if (hasChanged)
        {
            _othersVersion = version;
            Interlocked.Increment(ref _terms);
        }

        return hasChanged;
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
