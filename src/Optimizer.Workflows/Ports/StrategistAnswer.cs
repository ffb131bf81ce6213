using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Ports;

/// <param name="Source">rules, or the model's name (S0-012, C40).</param>
/// <param name="Prompt">The exact input it worked from.</param>
/// <param name="Hypotheses">Best first; three when all is well (S0-027).</param>
public sealed record StrategistAnswer(string Source, string Prompt, IReadOnlyList<Hypothesis> Hypotheses);
