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
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    // 50 microseconds.
    private static readonly long LongestLinger = Stopwatch.Frequency / 20_000;

    private readonly IEngineStore _store;
    private readonly Quiet _quiet;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private readonly Action? _submitted;
    private readonly Queue<Change> _waiting = new();
    private readonly Batch _batch;
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
        (_store, _quiet, _log, _submitted) = (store, quiet, log, submitted);
        _batch = new(store, quiet, metrics, log);
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
        foreach (var change in _batch.Release().Concat(_waiting))
        {
            change.GiveUp(gone);
        }
    }

    private void WriteTaken()
    {
        var fault = _batch.Write(out var hasWritten);
        if (hasWritten)
        {
            Problem = null;
            _pause = ShortestPause;
        }

        if (fault is not null)
        {
            Hold(fault);
        }
    }

    // A batch that could not be written stays and is taken again, before what came after it.
    private bool Take()
    {
        if (_batch.IsEmpty)
        {
            Linger();
        }

        lock (_waiting)
        {
            while (_batch.IsEmpty && _waiting.Count == 0 && !_stopping)
            {
                _sleeping = true;
                Monitor.Wait(_waiting);
                _sleeping = false;
            }

            while (!_abandoned && !_batch.IsFull && _waiting.TryDequeue(out var change))
            {
                _batch.Add(change);
            }

            return !_batch.IsEmpty && !_abandoned;
        }
    }

    // Spins: what a flush set free often comes back with the next change sooner than a sleeping thread wakes.
    private void Linger()
    {
        var until = Stopwatch.GetTimestamp() + LongestLinger;
        while (_waiting.Count == 0 && Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(10);
        }
    }

    // Nothing can be written for now: reads are answered, clients told, and what the engine itself must write waits its turn.
    private void Hold(StoreException fault)
    {
        if (Problem is null)
        {
            EngineLog.StoreFails(_log, fault, fault.Message);
        }

        Problem = fault.Message;
        lock (_waiting)
        {
            List<Change> all = [.. _batch.Release(), .. _waiting];
            _waiting.Clear();
            foreach (var change in all.Where(change => !Answered(change) && !Refused(change, fault)))
            {
                _waiting.Enqueue(change);
            }

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
