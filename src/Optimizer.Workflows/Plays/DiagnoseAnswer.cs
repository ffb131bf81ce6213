using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Plays;

/// <param name="Hypotheses">Three, best first; none when the diagnosis failed.</param>
/// <param name="Why">Why it failed, in words; null when it did not.</param>
public sealed record DiagnoseAnswer(IReadOnlyList<Hypothesis> Hypotheses, string? Why);
