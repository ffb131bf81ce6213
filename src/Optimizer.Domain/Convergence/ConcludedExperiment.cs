namespace Optimizer.Domain.Convergence;

/// <summary>What one experiment of a play gained, as convergence counts it (requirement S0-069).</summary>
public sealed record ConcludedExperiment
{
    /// <param name="improvement">
    /// Shrunken relative lift of an adopted experiment, 0.02 for 2 %; 0 for one that was reverted or showed nothing; null for
    /// one stopped as invalid, only extended or without its planned sample, which neither adds to a run nor breaks it.
    /// </param>
    /// <param name="minimumDetectableEffect">Smallest relative lift it could have shown, above 0; null when not known.</param>
    public ConcludedExperiment(double? improvement, double? minimumDetectableEffect = null)
    {
        if (improvement is { } lift && !double.IsFinite(lift))
        {
            throw new ArgumentOutOfRangeException(nameof(improvement), lift, "must be finite, or null for an experiment that does not count");
        }

        if (minimumDetectableEffect is { } effect && !(effect > 0 && double.IsFinite(effect)))
        {
            throw new ArgumentOutOfRangeException(nameof(minimumDetectableEffect), effect, "must be finite and above 0, or null when not known");
        }

        Improvement = improvement;
        MinimumDetectableEffect = minimumDetectableEffect;
    }

    public double? Improvement { get; }

    public double? MinimumDetectableEffect { get; }
}
