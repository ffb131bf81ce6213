namespace Optimizer.Domain.Policies.Keys;

/// <summary>What a key's value looks like.</summary>
public enum ValueForm
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A share: 0.2 or 20%.</summary>
    Share,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of names.</summary>
    Names,

    /// <summary>An IANA time zone.</summary>
    Zone,
}
