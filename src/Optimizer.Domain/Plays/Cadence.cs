namespace Optimizer.Domain.Plays;

/// <summary>How often something is due.</summary>
public enum Cadence
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    PerCycle,
}
