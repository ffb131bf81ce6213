namespace Optimizer.Domain.Convergence;

/// <summary>Where a play stands on its way to a local maximum.</summary>
/// <param name="Claim">What may be said.</param>
/// <param name="CurrentRun">Counted experiments in a row, up to the newest, that improved by less than the limit.</param>
/// <param name="FirstConvergedIndex">0-based place, among all experiments, of the one that first completed a run; null for none so far.</param>
/// <param name="Reasons">Why, in words with their numbers; at least one sentence.</param>
public sealed record ConvergenceReading(ConvergenceClaim Claim, int CurrentRun, int? FirstConvergedIndex, IReadOnlyList<string> Reasons)
{
    /// <summary>True for either kind of claim: the play may slow down (requirement S0-071).</summary>
    public bool IsConverged => Claim != ConvergenceClaim.NotConverged;
}
