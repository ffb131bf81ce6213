using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Plays;

/// <param name="Id">Its id.</param>
/// <param name="Hypothesis">What it tries.</param>
/// <param name="StartedAt">When.</param>
public sealed record LiveExperiment(string Id, Hypothesis Hypothesis, DateTimeOffset StartedAt);
