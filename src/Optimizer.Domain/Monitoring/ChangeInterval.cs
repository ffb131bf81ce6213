namespace Optimizer.Domain.Monitoring;

/// <summary>
/// 90 % interval of a change r, if the days vary independently around their weekday pattern.
/// <para>Formula: r +- 1.645 * (1 + r) * cv * sqrt(1/n recent + 1/n baseline), cv being the day noise; with a baseline that
/// includes the recent days the second term is subtracted.</para>
/// </summary>
/// <param name="Low">Lower limit, a share of the baseline.</param>
/// <param name="High">Upper limit, a share of the baseline.</param>
/// <param name="DayNoise">Standard deviation of a day around its weekday's level, as a share of that level.</param>
public readonly record struct ChangeInterval(double Low, double High, double DayNoise)
{
    /// <summary>Whether all of it lies within +-<paramref name="limit"/>.</summary>
    public bool Inside(double limit) => Low >= -limit && High <= limit;
}
