using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Testing;

/// <summary>Small things to put into the records of a host.</summary>
public static class RecordSamples
{
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A reading of a play's KPI, hours after the start.</summary>
    public static KeyedEntry Read(int number, string play = "onboarding", double? change = 0.01) => new($"key-{number}", new()
    {
        At = Start.AddHours(number),
        Play = play,
        Actor = "loop",
        Cause = $"{play}-tick-{number}",
        Event = new KpiRead("activation", KpiClass.Normal, change, 0.31, new(2026, 3, 1), ["r = +1 %, inside ±10 %"]),
    });

    public static KeyedEntry Extended(int number, string play, string experiment) => new($"ext-{number}", new()
    {
        At = Start.AddHours(number),
        Play = play,
        Experiment = experiment,
        Actor = "loop",
        Cause = experiment,
        Event = new ExperimentExtended(1, Start.AddDays(14), "too few units"),
    });

    public static PastExperiment Experiment(string id, string play = "onboarding", string site = "shop.example", int startedAfterHours = 0) => new()
    {
        Id = id,
        Play = play,
        Site = site,
        Variable = "subject_line",
        Fingerprint = "0011223344556677",
        StartedAt = Start.AddHours(startedAfterHours),
    };
}
