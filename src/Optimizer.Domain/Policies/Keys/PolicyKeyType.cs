namespace Optimizer.Domain.Policies.Keys;

/// <summary>How values of several scopes become one (REQUIREMENTS section 1).</summary>
public enum PolicyKeyType
{
    /// <summary>Safety limit: tightest wins.</summary>
    Cap,

    /// <summary>Stop rule: all scopes' hold, so the one that stops soonest.</summary>
    Stop,

    /// <summary>Least evidence: strictest wins.</summary>
    Gate,

    /// <summary>What asks whom: all scopes' hold, highest seat wins.</summary>
    Approval,

    /// <summary>Narrowest scope wins.</summary>
    Preference,

    /// <summary>Tracked and shown; never loosens anything.</summary>
    Goal,
}
