namespace Optimizer.Workflows.Experiments;

/// <summary>What an activity of an experiment is told.</summary>
/// <param name="State">All of it.</param>
/// <param name="At">The moment.</param>
public sealed record ExperimentOrder(ExperimentState State, DateTimeOffset At);
