using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;

namespace Optimizer.Embedded.Running;

/// <summary>Changes that are made durable together, in one transaction and one flush.</summary>
internal sealed class Batch(IEngineStore store, Quiet quiet, EngineMetrics metrics, ILogger log)
{
    // A bound on how long the first waits for the last.
    private const int Most = 512;

    private readonly List<Change> _changes = new(Most);

    public bool IsEmpty => _changes.Count == 0;

    public bool IsFull => _changes.Count >= Most;

    public void Add(Change change) => _changes.Add(change);

    /// <summary>Gives all back, in order; it is empty then.</summary>
    public IReadOnlyList<Change> Release()
    {
        Change[] changes = [.. _changes];
        _changes.Clear();
        return changes;
    }

    /// <summary>Makes them durable and tells them so; it is empty then.</summary>
    /// <param name="hasWritten">Whether the disk has taken something.</param>
    /// <returns>Null; or what stands in the way for now, with those that are still to be written left in it.</returns>
    public StoreException? Write(out bool hasWritten)
    {
        var started = Stopwatch.GetTimestamp();
        hasWritten = false;
        if (!TryApply(out var fault))
        {
            return fault is StoreException { MayPass: true } forNow ? forNow : WriteApart(fault!, out hasWritten);
        }

        hasWritten = _changes.Exists(change => !change.OnlyReads);
        metrics.Committed(_changes.Count, Stopwatch.GetElapsedTime(started));
        foreach (var change in _changes)
        {
            change.Durable();
            quiet.Exit();
        }

        _changes.Clear();
        return null;
    }

    private bool TryApply(out Exception? fault)
    {
        var before = store.Given;
        var applied = 0;
        try
        {
            store.Begin();
            foreach (var change in _changes)
            {
                applied++;
                change.Apply(store);
            }

            store.Commit();
            fault = null;
            return true;
        }
        catch (Exception problem)
        {
            var mine = store.Given;
            store.Rollback();
            if (problem is StoreException { MayPass: true } && applied == _changes.Count && WasCommitted(before, mine))
            {
                fault = null;
                return true;
            }

            Undo(applied);
            fault = problem;
            return false;
        }
    }

    // The disk may have failed after the commit was on it: writing it again would double it.
    private bool WasCommitted(StoreMarks before, StoreMarks mine)
    {
        try
        {
            var committed = store.Committed();
            return mine.Sequence != before.Sequence && committed.Sequence == mine.Sequence
                || mine.Key != before.Key && committed.Key == mine.Key;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private void Undo(int applied)
    {
        for (var index = applied - 1; index >= 0; index--)
        {
            _changes[index].Undo();
        }
    }

    // One change is at fault and must not take the others with it: each gets its own transaction.
    private StoreException? WriteApart(Exception fault, out bool hasWritten)
    {
        hasWritten = false;
        if (_changes is [var guilty])
        {
            EngineLog.ChangeBroken(log, fault, guilty.GetType().Name);
            _changes.Clear();
            guilty.Broken(fault);
            quiet.Exit();
            return null;
        }

        var all = Release();
        for (var index = 0; index < all.Count; index++)
        {
            Add(all[index]);
            var forNow = Write(out var wrote);
            hasWritten |= wrote;
            if (forNow is not null)
            {
                _changes.AddRange(all.Skip(index + 1));
                return forNow;
            }
        }

        return null;
    }
}
