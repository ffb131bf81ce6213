namespace Optimizer.Connectors.Files;

/// <summary>Why a field could not be read, as far as a caller may act on it.</summary>
public enum FieldProblemKind
{
    /// <summary>Nothing but spaces: the value is missing.</summary>
    Empty,

    /// <summary>Something, but not what was asked for.</summary>
    Malformed,

    /// <summary>A day without a year (<c>Sat-Oct-11</c>): usable as a label for the order of days, not as a date.</summary>
    NoYear,
}
