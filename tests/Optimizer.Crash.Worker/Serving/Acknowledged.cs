using System.Collections.Concurrent;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>What a server said it had done, kept outside of it: all of it must still be true after every death.</summary>
public sealed class Acknowledged
{
    /// <summary>Answers that counted: approval to approved or rejected.</summary>
    public ConcurrentDictionary<string, string> Approvals { get; } = new();

    /// <summary>Answers that were sent and never acknowledged.</summary>
    public ConcurrentDictionary<string, string> InDoubt { get; } = new();

    /// <summary>Variant by experiment and unit.</summary>
    public ConcurrentDictionary<(string Experiment, string Unit), string> Assignments { get; } = new();

    /// <summary>Experiment and value by id of event.</summary>
    public ConcurrentDictionary<string, (string Experiment, decimal Value)> Events { get; } = new();

    /// <summary>Batches whose answer never came: sent again by the next life.</summary>
    public ConcurrentQueue<IReadOnlyList<SentEvent>> Unanswered { get; } = new();

    /// <summary>Whether a play is paused, by slug; null while nobody knows, because an order was not answered.</summary>
    public ConcurrentDictionary<string, bool?> Paused { get; } = new();

    /// <summary>Whether everything is frozen; null while nobody knows.</summary>
    public bool? Frozen { get; set; } = false;

    /// <summary>Requests that were answered.</summary>
    public int Answered => _answered;

    private int _answered;

    public void Count() => Interlocked.Increment(ref _answered);
}
