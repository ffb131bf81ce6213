using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

/// <summary>Days of conversions with an even split unless it is said.</summary>
internal static class Days
{
    public static ExperimentDay<Proportion> Of(params IReadOnlyList<(long Units, long Converted)> groups) =>
        Split([.. groups.Select(_ => 1.0 / groups.Count)], groups);

    public static ExperimentDay<Proportion> Split(IReadOnlyList<double> weights, params IReadOnlyList<(long Units, long Converted)> groups) =>
        new(weights, [.. groups.Select(group => new Proportion(group.Units, group.Converted))]);

    public static Tally<Proportion> Tally(params IReadOnlyList<ExperimentDay<Proportion>> days) =>
        days.Aggregate(Tally<Proportion>.Empty, (tally, day) => tally.With(day));

    public static ExperimentProgress<Proportion> Follow(params IReadOnlyList<ExperimentDay<Proportion>> days) =>
        days.Aggregate(
            new ExperimentProgress<Proportion>([.. Enumerable.Range(0, days[0].Samples.Count).Select(k => ((char)('A' + k)).ToString())], new ConversionLook().At),
            (progress, day) => progress.With(day));
}
