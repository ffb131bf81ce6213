namespace Optimizer.Domain.Notices;

/// <summary>When what does not go out at once is told together.</summary>
public static class DigestTimes
{
    /// <summary>09:00, 12:00 and 18:00 (S1-169).</summary>
    public static IReadOnlyList<TimeOnly> Manager { get; } = [new(9, 0), new(12, 0), new(18, 0)];

    /// <summary>09:00, 14:00 and 18:00 (S1-177).</summary>
    public static IReadOnlyList<TimeOnly> Semi { get; } = [new(9, 0), new(14, 0), new(18, 0)];
}
