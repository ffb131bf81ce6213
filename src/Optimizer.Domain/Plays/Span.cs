namespace Optimizer.Domain.Plays;

/// <summary>A length of time, or a number of a play's own cycles.</summary>
/// <param name="N">At least 1.</param>
/// <param name="Unit">What is counted.</param>
public sealed record Span(int N, SpanUnit Unit)
{
    /// <summary>Days of one month, as windows count it.</summary>
    private const int Month = 30;

    /// <summary>In whole days, at least 1; a cycle counts as its typical length, and as 28 days when that is not known.</summary>
    public int Days(Cycle? cycle = null) => Unit switch
    {
        SpanUnit.Hour => Math.Max(1, (int)Math.Ceiling(N / 24.0)),
        SpanUnit.Day => N,
        SpanUnit.Week => 7 * N,
        SpanUnit.Month => Month * N,
        SpanUnit.Quarter => 91 * N,
        SpanUnit.Year => 365 * N,
        SpanUnit.Cycle => N * (cycle?.TypicalLength is { Unit: not SpanUnit.Cycle } length ? length.Days() : 28),
        _ => throw new InvalidOperationException($"unknown unit of a span: {Unit}"),
    };
}
