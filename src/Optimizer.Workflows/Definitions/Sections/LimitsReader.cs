using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads how much a play may try.</summary>
internal static class LimitsReader
{
    private const int Most = 100_000;
    private static readonly WordList<SpanUnit> Periods = WordList.Named(SpanUnit.Month, SpanUnit.Quarter, SpanUnit.Year);

    public static PlayLimits Read(Place place, Cycle? cycle)
    {
        var usual = new PlayLimits();
        return place.Fields("maxActive", "maxPer", "cooldown", "failuresBeforePause", "aiSpendUsdPerMonth") is not { } fields
            ? usual
            : new()
            {
                MaxActive = fields.Need("maxActive", "experiments at once, such as [{max: 1, scope: play}]").Items(Active, 1) ?? [],
                MaxPer = fields.Need("maxPer", "experiments a period, such as [{max: 4, period: month, scope: play}]").Items(Per, 1) ?? [],
                Cooldown = fields.Need("cooldown", "time before a variable is tried again, such as {n: 7, unit: day}").Span(cycle) ?? usual.Cooldown,
                FailuresBeforePause = fields.May("failuresBeforePause").Whole(1, Most) ?? usual.FailuresBeforePause,
                ModelSpendUsdPerMonth = fields.May("aiSpendUsdPerMonth").Number(0, form: "an amount of USD of at least 0, such as 20"),
            };
    }

    private static ScopedLimit? Active(Place place) => place.Fields("max", "scope") is { } fields
        ? new(
            fields.Need("max", "how many, at least 1").Whole(1, Most) ?? 1,
            fields.Need("scope", "play, or something below it such as persona").Text() ?? "")
        : null;

    private static PeriodLimit? Per(Place place) => place.Fields("max", "period", "scope") is { } fields
        ? new(
            fields.Need("max", "how many, at least 1").Whole(1, Most) ?? 1,
            fields.Need("period", Periods.Sentence).Word(Periods) ?? default,
            fields.Need("scope", "play, or something below it such as persona").Text() ?? "")
        : null;
}
