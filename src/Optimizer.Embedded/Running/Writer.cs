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

    private static readonly long LongestLinger = Stopwatch.Frequency / 20_000;

    private readonly IEngineStore _store;
    private readonly Quiet _quiet;
    private readonly EngineMetrics _metrics;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private readonly Action? _submitted;
    private readonly Queue<Change> _waiting = new();
    private readonly List<Change> _batch = new(MostInBatch);
    private TimeSpan _pause = ShortestPause;
    private bool _sleeping;
    private bool _stopping;
    private bool _abandoned;

    /// <param name="store">Where to.</param>
    /// <param name="quiet">Counts what waits.</param>
    /// <param name="metrics">Sees batches.</param>
    /// <param name="log">Hears of faults.</param>
    /// <param name="submitted">Told of each change, in an engine whose one thread calls <see cref="WriteOnce"/>; else null.</param>
    public Writer(IEngineStore store, Quiet quiet, EngineMetrics metrics, ILogger log, Action? submitted)
    {
        (_store, _quiet, _metrics, _log, _submitted) = (store, quiet, metrics, log, submitted);
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

    /// <summary>Begins to write on a thread of its own.</summary>
    public void Start() => _thread.Start();

    /// <summary>Hands a change over; it is applied after all that were handed over before.</summary>
    public void Submit(Change change)
    {
        _quiet.Enter();
        if (TryQueue(change))
        {
            _submitted?.Invoke();
            return;
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

        if (_submitted is not null || !_thread.IsAlive)
        {
            Run();
        }
        else
        {
            _thread.Join();
        }
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

    /// <summary>Writes one batch of what waits, on the caller's thread, for an engine without a writer of its own; false when nothing waits.</summary>
    public bool WriteOnce()
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                return false;
            }
        }

        Take();
        WriteTaken();
        return true;
    }

    private bool TryQueue(Change change)
    {
        lock (_waiting)
        {
            if (_stopping)
            {
                return false;
            }

            _waiting.Enqueue(change);
            if (_sleeping)
            {
                Monitor.Pulse(_waiting);
            }

            return true;
        }
    }

    private void Run()
    {
        while (Take())
        {
            WriteTaken();
        }

        // Whoever still waits must not wait for ever.
        var gone = new ObjectDisposedException(nameof(EmbeddedEngine));
        foreach (var change in _batch.Concat(_waiting))
        {
            change.GiveUp(gone);
        }
    }

    private void WriteTaken()
    {
        var started = Stopwatch.GetTimestamp();
        if (Write() is { } fault)
        {
            Hold(fault);
        }
        else if (_batch.Count > 0)
        {
            _pause = ShortestPause;
            _metrics.Committed(_batch.Count, Stopwatch.GetElapsedTime(started));
            End();
        }
    }

    // A batch that could not be written stays and is taken again, before what came after it.
    private bool Take()
    {
        if (_batch.Count == 0)
        {
            Linger();
        }

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

    // What a flush set free often comes back with the next change sooner than a sleeping thread wakes.
    private void Linger()
    {
        var until = Stopwatch.GetTimestamp() + LongestLinger;
        while (_waiting.Count == 0 && Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(10);
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

    private void Hold(StoreException fault)
    {
        if (Problem is null)
        {
            EngineLog.StoreFails(_log, fault, fault.Message);
        }

        Problem = fault.Message;
        lock (_waiting)
        {
            var kept = _batch.Concat(_waiting).Where(change => !Answered(change) && !Refused(change, fault)).ToList();
            _batch.Clear();
            _waiting.Clear();
            kept.ForEach(_waiting.Enqueue);
            if (!_stopping)
            {
                // Whoever comes meanwhile is told at once, not after the pause.
                _sleeping = true;
                Monitor.Wait(_waiting, _pause);
                _sleeping = false;
                _pause = _pause * 2 > LongestPause ? LongestPause : _pause * 2;
            }
            else
            {
                // Stopping with a full disk: what was not acknowledged runs again at the next start.
                _abandoned = true;
            }
        }
    }

    private bool Answered(Change change)
    {
        if (!change.OnlyReads)
        {
            return false;
        }

        try
        {
            change.Apply(_store);
            change.Durable();
        }
        catch (StoreException fault)
        {
            change.Broken(fault);
        }

        _quiet.Exit();
        return true;
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
