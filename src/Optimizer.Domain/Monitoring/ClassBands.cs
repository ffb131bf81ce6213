namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Limits between the classes, as shares of the baseline. Every real change falls in exactly one class (contradiction C10).
/// </summary>
public sealed record ClassBands
{
    /// <summary>An exact limit written in decimals may miss it by rounding; this much counts as on it.</summary>
    private const double Slack = 1e-9;

    /// <param name="plateau">Largest change either way that is flat; above 0 and below <paramref name="normal"/> (S0-018).</param>
    /// <param name="normal">Largest change either way that is normal (S0-017).</param>
    /// <param name="drop">
    /// A fall of more than this is a drop; above <paramref name="plateau"/>, below 1 (S0-019). Within <paramref name="normal"/>
    /// it wins: a play may ask to hear of a fall of 5 % where a rise of 10 % is nothing new, and then no fall is a decline.
    /// </param>
    /// <param name="spike">A rise of more than this is a spike; above <paramref name="plateau"/> (S0-020). Within normal it wins, as a drop does.</param>
    public ClassBands(double plateau = 0.02, double normal = 0.10, double drop = 0.20, double spike = 0.50)
    {
        if (!(plateau > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(plateau), plateau, "must be above 0, such as 0.02 for 2 %");
        }

        if (!(normal > plateau))
        {
            throw new ArgumentOutOfRangeException(nameof(normal), normal, $"must be above the plateau limit {plateau}");
        }

        if (!(drop > plateau && drop < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(drop), drop, $"must be above the plateau limit {plateau} and below 1: nothing falls by more than all of it");
        }

        if (!(spike > plateau && double.IsFinite(spike)))
        {
            throw new ArgumentOutOfRangeException(nameof(spike), spike, $"must be finite and above the plateau limit {plateau}");
        }

        Plateau = plateau;
        Normal = normal;
        Drop = drop;
        Spike = spike;
    }

    public double Drop { get; }

    public double Normal { get; }

    public double Plateau { get; }

    public double Spike { get; }

    /// <summary>
    /// Class of one change: Spike, Drop, Growth, Decline or Normal. Plateau needs several weekly looks and is not told here.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The change is not finite.</exception>
    public KpiClass Of(double change) => !double.IsFinite(change)
        ? throw new ArgumentOutOfRangeException(nameof(change), change, "must be finite")
        : change > Spike + Slack ? KpiClass.Spike
        : change < -Drop - Slack ? KpiClass.Drop
        : change > Normal + Slack ? KpiClass.Growth
        : change < -Normal - Slack ? KpiClass.Decline
        : KpiClass.Normal;

    /// <summary>Whether the change is inside the plateau band, its limits included.</summary>
    public bool IsFlat(double change) => Math.Abs(change) <= Plateau + Slack;
}
