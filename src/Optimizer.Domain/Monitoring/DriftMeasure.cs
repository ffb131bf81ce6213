namespace Optimizer.Domain.Monitoring;

/// <summary>The last days against the 14-day baseline, either raw or with the weekday pattern taken out.</summary>
/// <param name="Average">Exponential average of span 3, in the KPI's unit.</param>
/// <param name="Baseline">Mean of the 14 days that end 3 days before the last, in the KPI's unit.</param>
public readonly record struct DriftMeasure(double Average, double Baseline)
{
    /// <summary>average / baseline - 1, or null on a baseline of 0 or so near to it that the ratio is no number.</summary>
    public double? Change => Baseline > 0 && double.IsFinite(Average / Baseline) ? (Average / Baseline) - 1 : null;
}
