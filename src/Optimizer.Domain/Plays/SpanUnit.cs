namespace Optimizer.Domain.Plays;

/// <summary>What a <see cref="Span"/> counts.</summary>
public enum SpanUnit
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>One occurrence of the play's own cycle, such as a summit.</summary>
    Cycle,
}
