using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Backtests;

/// <summary>A recorded experiment as the loop lived through it.</summary>
/// <param name="Id">Its id in the trail.</param>
/// <param name="Recording">Name of the recording.</param>
/// <param name="Variant">Name of the recorded variant.</param>
/// <param name="RecordedDays">Days that are recorded.</param>
/// <param name="Card">How it began.</param>
/// <param name="First">The day.</param>
/// <param name="Last">The last look; null before the first.</param>
/// <param name="Ended">How it ended; null when history ended first.</param>
/// <param name="EndedOn">The day.</param>
/// <param name="Other">What the other mode of the stated rules would have done; null before the first look.</param>
/// <param name="Fired">Stated rules that fired, with the complete days seen when each first did, and what it would have done.</param>
internal sealed record ReplayedExperiment(
    string Id, string Recording, string Variant, int RecordedDays, ExperimentStarted Card, DateOnly First, DecisionRecord? Last,
    ExperimentEnded? Ended, DateOnly? EndedOn, OtherMode? Other, IReadOnlyList<(int Day, Trigger Trigger)> Fired)
{
    /// <summary>The recording ended before there was a decision: nothing is known to be wrong with the experiment.</summary>
    public bool IsCutShort => Ended?.End == DecisionKind.Halt && Last?.Evidence.Fault is not null;

    /// <summary>Complete days that the last look saw.</summary>
    public int LookDay => Last?.Evidence.Days.Count ?? 0;
}
