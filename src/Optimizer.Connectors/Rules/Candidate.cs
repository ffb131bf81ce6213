using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;

namespace Optimizer.Connectors.Rules;

/// <summary>A hypothesis that could be proposed, before it is weighed.</summary>
/// <param name="Variable">What it changes.</param>
/// <param name="Move">How.</param>
/// <param name="Setting">To what.</param>
internal sealed record Candidate(Variable Variable, Move Move, VariableSetting Setting)
{
    /// <summary>What it builds on; null for a new line.</summary>
    public TriedHypothesis? Parent { get; init; }

    /// <summary>The adoption that it takes back; null for anything else.</summary>
    public TriedHypothesis? Undone { get; init; }

    /// <summary>1 for a move of the catalogue, above when the same move is taken further.</summary>
    public int Version { get; init; } = 1;

    public string Fingerprint => Domain.Hypotheses.Fingerprint.Of(Variable.Key, Setting.Json, null);
}
