namespace Optimizer.Connectors.Files;

/// <summary>How a column writes dates such as <c>9/14/2014</c>.</summary>
public enum DateOrder
{
    /// <summary>Not known: only dates that can be read in one way are accepted.</summary>
    Undecided,

    /// <summary>Month, then day.</summary>
    MonthFirst,

    /// <summary>Day, then month.</summary>
    DayFirst,
}
