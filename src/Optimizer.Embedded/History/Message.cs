using Optimizer.Workflows;

namespace Optimizer.Embedded.History;

/// <summary>Something a workflow is told, in a turn.</summary>
/// <param name="Sequence">Of the record that keeps it until and after it is told; 0 for one that stands in its turn alone.</param>
internal abstract record Message(long Sequence)
{
    /// <summary>A step's activity gave its output.</summary>
    public sealed record ActivityCompleted(int Generation, int Step, Payload Output, long Sequence = 0) : Message(Sequence);

    /// <summary>A step's activity failed.</summary>
    public sealed record ActivityFailed(int Generation, int Step, Failure Failure, long Sequence = 0) : Message(Sequence);

    /// <summary>A step's child gave its output.</summary>
    public sealed record ChildCompleted(int Generation, int Step, Payload Output, long Sequence = 0) : Message(Sequence);

    /// <summary>A step's child failed, was terminated or could not be started.</summary>
    public sealed record ChildFailed(int Generation, int Step, Failure Failure, long Sequence = 0) : Message(Sequence);

    /// <summary>A step's due time came.</summary>
    public sealed record TimerFired(int Generation, int Step, long Due) : Message(0);

    /// <summary>A signal came; its name in lower case of the invariant culture.</summary>
    public sealed record Signalled(string Name, Payload Payload, string? Key = null, long Sequence = 0) : Message(Sequence);

    /// <summary>The generation it answers; null for a signal, which is for any.</summary>
    public int? AnswersGeneration => this switch
    {
        ActivityCompleted completed => completed.Generation,
        ActivityFailed failed => failed.Generation,
        ChildCompleted completed => completed.Generation,
        ChildFailed failed => failed.Generation,
        TimerFired fired => fired.Generation,
        Signalled => null,
        _ => throw new InvalidOperationException($"unknown message {this}"),
    };
}
