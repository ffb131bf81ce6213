using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>
/// An instance as the store has it, changes of the open transaction included. Only the writer's thread reads and writes
/// it: it decides whether a change that was prepared before still holds.
/// </summary>
internal sealed class WrittenState
{
    /// <summary>Key in the store; 0 until inserted.</summary>
    public long Key { get; set; }

    public RunState State { get; set; } = RunState.Running;

    public int Generation { get; set; } = 1;

    /// <summary>Grows when a turn under way must not count any more: on parking.</summary>
    public int Epoch { get; set; }

    /// <summary>Sequences of kept messages that no turn was told yet; null for none.</summary>
    public HashSet<long>? Untaken { get; set; }

    public bool IsGone => Key == 0 || State.IsFinished();

    public void Keep(long sequence) => (Untaken ??= []).Add(sequence);

    public void Take(long sequence)
    {
        if (Untaken?.Remove(sequence) == true && Untaken.Count == 0)
        {
            Untaken = null;
        }
    }
}
