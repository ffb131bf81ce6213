namespace Optimizer.Connectors.Simulated;

/// <param name="Units">Who came.</param>
/// <param name="Prompt">Of them, who acts on the same day.</param>
/// <param name="Late">Of them, who acts one to three days later.</param>
internal readonly record struct DayCounts(long Units, long Prompt, long Late)
{
    public static DayCounts operator +(DayCounts left, DayCounts right) =>
        new(left.Units + right.Units, left.Prompt + right.Prompt, left.Late + right.Late);

    public static DayCounts operator -(DayCounts left, DayCounts right) =>
        new(left.Units - right.Units, left.Prompt - right.Prompt, left.Late - right.Late);
}
