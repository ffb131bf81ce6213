namespace Optimizer.Domain.Plays;

/// <summary>What a KPI is to its play.</summary>
public enum KpiRole
{
    /// <summary>The goal: monitored, decided on. Only these start a diagnosis (S0-015).</summary>
    Primary,

    /// <summary>Read beside the goal; must not be degraded by an adoption (S0x-004).</summary>
    Secondary,

    /// <summary>A limit that holds whatever the goal says.</summary>
    Guardrail,

    /// <summary>About the play itself, such as experiments a month.</summary>
    Meta,
}
