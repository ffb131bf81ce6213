namespace Optimizer.Connectors.Simulated;

/// <summary>What is fixed for one play of the market; null is drawn from the seed.</summary>
public sealed record MarketSettings
{
    /// <summary>Units that arrive on an average day, above 0; drawn from 150 to 3,000.</summary>
    public double? DailyUnits { get; init; }

    /// <summary>Level of the primary KPI with nothing changed: a share in (0, 1), or the mean amount per unit.</summary>
    public double? BaseLevel { get; init; }

    /// <summary>How often shocks come, 1 as usual (about one in four months), 0 never.</summary>
    public double ShockRate { get; init; } = 1;

    /// <summary>Noise between days beyond chance, as a coefficient of variation; drawn from 0.03 to 0.06.</summary>
    public double? DayNoise { get; init; }

    /// <summary>Share of the level lost a quarter to fatigue; drawn from 0 to 0.04.</summary>
    public double? DecayPerQuarter { get; init; }

    /// <summary>Share of conversions that come one to three days late; drawn from 0 to 0.3.</summary>
    public double? LateShare { get; init; }

    /// <summary>Share of days of which a KPI source has no figure; drawn from 0.01 to 0.02.</summary>
    public double? MissingDays { get; init; }

    /// <summary>Multiplies every true effect, 1 as usual; 0 is a world in which nothing that is tried matters.</summary>
    public double EffectScale { get; init; } = 1;

    /// <summary>Events that never come, whatever the definition says of them.</summary>
    public IReadOnlyCollection<string> SilentEvents { get; init; } = [];
}
