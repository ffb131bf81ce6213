using Optimizer.Domain.Monitoring;

namespace Optimizer.Standalone.Backtests;

/// <summary>A stretch of days far from usual, and whether the play said so.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Peak">The day furthest from usual.</param>
/// <param name="Days">Severe days in it.</param>
/// <param name="FlaggedOn">First tick within three weeks that flagged it; null when none did.</param>
internal sealed record StandingOut(DateOnly First, DayReading Peak, int Days, DateOnly? FlaggedOn)
{
    /// <summary>Share above or below what is usual; null where nothing is usual.</summary>
    public double? Change => Peak is { Value: { } value, Expected: > 0 and var expected } ? value / expected - 1 : null;
}
