namespace Optimizer.Domain.Policies;

/// <summary>Who may say yes, lowest first; a higher seat may answer for a lower one (C24).</summary>
public enum Seat
{
    Engineer,
    Owner,
    Manager,

    /// <summary>Head of marketing or revenue.</summary>
    Domain,

    /// <summary>Chief of staff.</summary>
    ChiefOfStaff,

    Ceo,
}
