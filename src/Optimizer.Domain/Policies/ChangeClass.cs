namespace Optimizer.Domain.Policies;

/// <summary>What kind of change an action makes; approvals are asked by class (C22, C23).</summary>
public enum ChangeClass
{
    /// <summary>Words, subject lines, headlines, pictures.</summary>
    Copy,

    /// <summary>Layout, order of steps, forms, timing on a page or in a product.</summary>
    Experience,

    /// <summary>How often and when people are contacted.</summary>
    Cadence,

    /// <summary>Who is addressed.</summary>
    Audience,

    /// <summary>Channels added or taken away.</summary>
    Channel,

    /// <summary>Money spent.</summary>
    Budget,

    /// <summary>Prices, discounts and terms: protected, a human in the seat of the CEO.</summary>
    Pricing,

    /// <summary>Legal text: protected as prices are.</summary>
    Legal,

    /// <summary>Market, product, positioning.</summary>
    Strategy,
}
