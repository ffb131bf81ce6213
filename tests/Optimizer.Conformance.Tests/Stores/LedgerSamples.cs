using Optimizer.Domain.Attribution;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>An experiment, and events of it.</summary>
public static class LedgerSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Late enough for every event of the tests.</summary>
    public static readonly DateTimeOffset Now = Start.AddDays(60);

    public static LedgerExperiment Experiment(string id = "pricing-1", params string[] variants) =>
        new(id, variants.Length > 0 ? variants : ["control", "short"], "Europe/Berlin", Start);

    public static AttributionEvent Event(
        string id, string unit = "u1", string variant = "control", string name = "view", decimal? value = null, double hours = 12, string experiment = "pricing-1") => new()
        {
            Id = id,
            At = Start.AddHours(hours),
            Experiment = experiment,
            Variant = variant,
            Event = name,
            Value = value,
            Unit = unit,
            Path = "/pricing",
        };
}
