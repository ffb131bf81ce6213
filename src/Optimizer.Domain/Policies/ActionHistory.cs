namespace Optimizer.Domain.Policies;

/// <summary>What has been done so far, as far as policy counts it.</summary>
/// <param name="OfPlay">All experiments of the play, oldest first.</param>
/// <param name="OfSite">Experiments of the site that run or were started in the last 48 hours, of all plays.</param>
/// <param name="IsFrozen">Whether everything is frozen.</param>
/// <param name="ReviewedAt">When a person last resumed the play after a strategic review: earlier failures count no more (S0-062).</param>
public sealed record ActionHistory(
    IReadOnlyList<PastExperiment> OfPlay, IReadOnlyList<PastExperiment> OfSite, bool IsFrozen = false, DateTimeOffset? ReviewedAt = null)
{
    public static ActionHistory Empty { get; } = new([], []);
}
