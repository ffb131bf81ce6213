namespace Optimizer.Statistics.Series;

/// <summary>
/// What a detector's hits and errors are worth to its user, after the Numenta Anomaly Benchmark (Lavin and Ahmad 2015).
/// </summary>
public sealed record DetectorProfile
{
    /// <param name="hit">Worth of finding a window at its very start; 0 or more.</param>
    /// <param name="falseAlarm">Cost of an alarm far from any window; 0 or more.</param>
    /// <param name="miss">Cost of a window with no alarm; 0 or more.</param>
    public DetectorProfile(double hit, double falseAlarm, double miss)
    {
        Hit = Checked(hit, nameof(hit));
        FalseAlarm = Checked(falseAlarm, nameof(falseAlarm));
        Miss = Checked(miss, nameof(miss));
    }

    public static DetectorProfile FewFalseAlarms { get; } = new(1, 0.22, 1);

    public static DetectorProfile FewMisses { get; } = new(1, 0.11, 2);

    public static DetectorProfile Standard { get; } = new(1, 0.11, 1);

    public double FalseAlarm { get; }

    public double Hit { get; }

    public double Miss { get; }

    private static double Checked(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "must be finite and 0 or more");
}
