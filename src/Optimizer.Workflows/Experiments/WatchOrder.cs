namespace Optimizer.Workflows.Experiments;

/// <summary>What a safety watch is told: little, because it is told a hundred times a day.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Cause">All that it follows from.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="At">The moment.</param>
/// <param name="Policy">Hash of the policy of the last look.</param>
/// <param name="Definition">Hash of the definition of the last look.</param>
public sealed record WatchOrder(
    string Experiment, string Play, string Cause, DateTimeOffset StartedAt, DateTimeOffset At, string Policy, string Definition);
