using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Ports;

/// <summary>A flag that divides units between settings of one variable.</summary>
/// <param name="Experiment">Its key.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Enabled">Off: everybody gets control.</param>
/// <param name="Weights">Shares, control first, summing to 1.</param>
/// <param name="Settings">What each group gets, control first (S0-034).</param>
public sealed record FlagState(
    string Experiment, string Play, bool Enabled, IReadOnlyList<double> Weights, IReadOnlyList<VariableSetting> Settings)
{
    public bool Equals(FlagState? other) => other is not null && Experiment == other.Experiment && Play == other.Play
        && Enabled == other.Enabled && Weights.SequenceEqual(other.Weights) && Settings.SequenceEqual(other.Settings);

    public override int GetHashCode() => HashCode.Combine(Experiment, Play, Enabled, Weights.Count, Settings.Count);
}
