using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>A live experiment in the list.</summary>
/// <param name="Play">The play's slug.</param>
/// <param name="Active">As the API says it.</param>
/// <param name="Question">Id of its open question; null for none.</param>
public sealed record LiveRow(string Play, ActiveExperiment Active, string? Question)
{
    /// <summary>The rule that is nearest to ending it; null before the first look.</summary>
    public StopDistance? Nearest { get; } = StopDistances.Nearest(Active.StopRules);

    /// <summary>Units that the smaller group lacks before evidence decides; 0 when it has enough, null before the first look.</summary>
    public double? UnitsToGo { get; } = Active.StopRules.FirstOrDefault(rule => rule.Rule == "min_units")?.Left is { } left ? Math.Max(0, left) : null;
}
