using System.Globalization;

namespace Optimizer.Domain.Reports;

/// <summary>Whether a site's goal of new optimizations can be met with the plays it has (C03, S2-112). Tracked, never a gate.</summary>
public static class Velocity
{
    private const double Week = 7;
    private const double Slack = 1e-9;

    /// <summary>Experiments a site can start in a week under its caps.</summary>
    /// <param name="plays">Of the site.</param>
    /// <param name="startsPerPlay">Cap of starts per play in the window.</param>
    /// <param name="windowDays">Of that cap.</param>
    /// <param name="leastDays">Shortest experiment: a play runs one at a time.</param>
    /// <param name="siteActive">Experiments that may run on the site at once.</param>
    public static double StartsPerWeek(int plays, int startsPerPlay, int windowDays, int leastDays, int siteActive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plays);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowDays, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastDays, 1);
        return Math.Min(plays * Math.Min(Week * startsPerPlay / windowDays, Week / leastDays), siteActive * Week / leastDays);
    }

    /// <summary>A sentence when the goal cannot be met even if every experiment won; null when it can.</summary>
    /// <param name="plays">Of the site.</param>
    /// <param name="goalPerWeek">Adoptions wanted a week.</param>
    /// <param name="startsPerWeek">As <see cref="StartsPerWeek"/> says.</param>
    public static string? Warning(int plays, double goalPerWeek, double startsPerWeek) => startsPerWeek + Slack >= goalPerWeek ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The goal of {goalPerWeek:0.##} new optimizations a week cannot be met: {Units.Many(plays, "play")} can start {startsPerWeek:0.##} experiments a week at most, even if every one won. More plays, not a higher cap, close the gap.");
}
