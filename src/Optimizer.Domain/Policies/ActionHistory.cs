namespace Optimizer.Domain.Policies;

/// <summary>What has been done so far, as far as policy counts it.</summary>
/// <param name="OfPlay">All experiments of the play, oldest first.</param>
/// <param name="OfSite">Experiments of the site that run or were started in the last 48 hours, of all plays.</param>
/// <param name="IsFrozen">Whether everything is frozen.</param>
public sealed record ActionHistory(IReadOnlyList<PastExperiment> OfPlay, IReadOnlyList<PastExperiment> OfSite, bool IsFrozen = false)
{
    public static ActionHistory Empty { get; } = new([], []);
}
