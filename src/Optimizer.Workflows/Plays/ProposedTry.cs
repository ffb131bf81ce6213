using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Plays;

/// <summary>A hypothesis that a person approved for a play's backlog.</summary>
/// <param name="Hypothesis">What is to be tried.</param>
/// <param name="By">Who put it forward.</param>
public sealed record ProposedTry(Hypothesis Hypothesis, string By);
