using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;

namespace Optimizer.Embedded.Running;

/// <summary>
/// The one thread that touches the store. It takes all changes that wait and makes them durable in one flush; while
/// that runs the next ones gather, so the disk sets the size of a batch and nobody waits on purpose (ENGINE lesson 1).
/// </summary>
internal sealed class Writer
{
    // A bound on how long the first of a batch waits for the last.
    private const int MostInBatch = 512;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    private readonly IEngineStore _store;
    private readonly Quiet _quiet;
    private readonly EngineMetrics _metrics;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private readonly Queue<Change> _waiting = new();
    private readonly List<Change> _batch = new(MostInBatch);
    private bool _sleeping;
    private bool _stopping;
    private bool _abandoned;

    public Writer(IEngineStore store, Quiet quiet, EngineMetrics metrics, ILogger log)
    {
        (_store, _quiet, _metrics, _log) = (store, quiet, metrics, log);
        _thread = new Thread(Run) { IsBackground = true, Name = "Optimizer engine writer" };
    }

    /// <summary>What the disk says while nothing can be written; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Changes that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_waiting)
            {
                return _waiting.Count;
            }
        }
    }

    public void Start() => _thread.Start();

    /// <summary>Hands a change over; it is applied after all that were handed over before.</summary>
    public void Submit(Change change)
    {
        _quiet.Enter();
        lock (_waiting)
        {
            if (!_stopping)
            {
                _waiting.Enqueue(change);
                if (_sleeping)
                {
                    Monitor.Pulse(_waiting);
                }

                return;
            }
        }

        change.GiveUp(new ObjectDisposedException(nameof(EmbeddedEngine)));
        _quiet.Exit();
    }

    /// <summary>Writes what waits, then ends; blocks until then.</summary>
    public void Stop()
    {
        lock (_waiting)
        {
            _stopping = true;
            Monitor.PulseAll(_waiting);
        }

        _thread.Join();
    }

    /// <summary>Ends without writing what waits, as a death would; blocks until then.</summary>
    public void Abandon()
    {
        lock (_waiting)
        {
            _abandoned = true;
        }

        Stop();
    }

    private void Run()
    {
        var pause = ShortestPause;
        while (Take())
        {
            var started = Stopwatch.GetTimestamp();
            if (Write() is { } fault)
            {
                Hold(fault, pause);
                pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
            }
            else if (_batch.Count > 0)
            {
                pause = ShortestPause;
                _metrics.Committed(_batch.Count, Stopwatch.GetElapsedTime(started));
                End();
            }
        }

        // Whoever still waits must not wait for ever.
        var gone = new ObjectDisposedException(nameof(EmbeddedEngine));
        foreach (var change in _batch.Concat(_waiting))
        {
            change.GiveUp(gone);
        }
    }

    // A batch that could not be written stays and is taken again, before what came after it.
    private bool Take()
    {
        lock (_waiting)
        {
            while (_batch.Count == 0 && _waiting.Count == 0 && !_stopping)
            {
                _sleeping = true;
                Monitor.Wait(_waiting);
                _sleeping = false;
            }

            while (!_abandoned && _batch.Count < MostInBatch && _waiting.TryDequeue(out var change))
            {
                _batch.Add(change);
            }

            return _batch.Count > 0 && !_abandoned;
        }
    }

    private void End()
    {
        foreach (var change in _batch)
        {
            change.Durable();
            _quiet.Exit();
        }

        _batch.Clear();
    }

    // Null: written, or nothing left to write. Else what stands in the way for now.
    private StoreException? Write()
    {
        var before = _store.Given;
        var applied = 0;
        try
        {
            _store.Begin();
            foreach (var change in _batch)
            {
                applied++;
                change.Apply(_store);
            }

            _store.Commit();
            Problem = null;
            return null;
        }
        catch (StoreException fault) when (fault.MayPass)
        {
            return applied == _batch.Count && WasCommitted(before) ? null : Undone(applied, fault);
        }
        catch (Exception fault)
        {
            Undone(applied, null);
            return Apart(fault);
        }
    }

    // The disk may have failed after the commit was on it: writing it again would double it.
    private bool WasCommitted(StoreMarks before)
    {
        var mine = _store.Given;
        _store.Rollback();
        try
        {
            var committed = _store.Committed();
            return mine.Sequence != before.Sequence && committed.Sequence == mine.Sequence
                || mine.Key != before.Key && committed.Key == mine.Key;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private StoreException? Undone(int applied, StoreException? fault)
    {
        _store.Rollback();
        for (var index = applied - 1; index >= 0; index--)
        {
            _batch[index].Undo();
        }

        return fault;
    }

    // One change is at fault and must not take the others with it: each gets its own transaction.
    private StoreException? Apart(Exception fault)
    {
        if (_batch.Count == 1)
        {
            EngineLog.ChangeBroken(_log, fault, _batch[0].GetType().Name);
            _batch[0].Broken(fault);
            _batch.Clear();
            _quiet.Exit();
            return null;
        }

        var all = _batch.ToArray();
        for (var index = 0; index < all.Length; index++)
        {
            _batch.Clear();
            _batch.Add(all[index]);
            if (Write() is { } pause)
            {
                _batch.AddRange(all[(index + 1)..]);
                return pause;
            }

            End();
        }

        return null;
    }

    private void Hold(StoreException fault, TimeSpan pause)
    {
        if (Problem is null)
        {
            EngineLog.StoreFails(_log, fault, fault.Message);
        }

        Problem = fault.Message;
        lock (_waiting)
        {
            var kept = _batch.Concat(_waiting).Where(change => !Refused(change, fault)).ToList();
            _batch.Clear();
            _waiting.Clear();
            kept.ForEach(_waiting.Enqueue);
            if (!_stopping)
            {
                Monitor.Wait(_waiting, pause);
            }
            else
            {
                // Stopping with a full disk: what was not acknowledged runs again at the next start.
                _abandoned = true;
            }
        }
    }

    private bool Refused(Change change, StoreException fault)
    {
        if (!change.GiveUp(new Workflows.EngineUnavailableException(fault.Message, fault)))
        {
            return false;
        }

        _quiet.Exit();
        return true;
    }
}
