namespace Optimizer.Statistics.Series;

/// <summary>A shift found by <see cref="Cusum"/>.</summary>
/// <param name="Index">0-based position of the score that raised it.</param>
/// <param name="Direction">The side whose sum passed the limit.</param>
public readonly record struct CusumAlarm(int Index, CusumDirection Direction);
