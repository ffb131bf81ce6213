using Optimizer.Statistics.Comparisons;

namespace Optimizer.Domain.Experiments;

/// <summary>Everything a person is shown of one variant beside the numbers that decide.</summary>
/// <param name="Name">The variant.</param>
/// <param name="Look">The numbers that decide.</param>
/// <param name="LiftInterval">Always-valid interval of the lift; null where no lift exists.</param>
/// <param name="Difference">Difference of the means with its fixed-horizon error; null when nothing varies.</param>
/// <param name="LossOfVariant">Expected cost of adopting, in the metric's unit.</param>
/// <param name="LossOfControl">Expected cost of keeping control, in the metric's unit.</param>
/// <param name="Shrunk">Log ratio pulled towards none: the only value gains are booked from; null where no log ratio exists.</param>
/// <param name="DetectableLift">Lift that this sample finds in 80 % of cases at one look; null when none of any size.</param>
/// <param name="DetectableLiftDaily">The same when looked at every day.</param>
public sealed record VariantDetail(
    string Name,
    VariantLook Look,
    Interval? LiftInterval,
    Estimate? Difference,
    double? LossOfVariant,
    double? LossOfControl,
    Posterior? Shrunk,
    double? DetectableLift,
    double? DetectableLiftDaily)
{
    /// <summary>Level of <see cref="LiftInterval"/>.</summary>
    public const double Alpha = 0.1;

    /// <summary>Deviation of the prior on the log ratio, fitted to a portfolio of ideas.</summary>
    public const double ShrinkDeviation = 0.05;

    /// <summary><see cref="LiftInterval"/> counted towards the good side, as <see cref="VariantLook.Gain"/> is.</summary>
    public Interval? GainInterval => LiftInterval is { } lift && Look.LowerIsBetter ? new(-lift.Upper, -lift.Lower) : LiftInterval;
}
