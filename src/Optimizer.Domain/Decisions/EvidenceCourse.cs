using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Decisions;

/// <summary>
/// An experiment day by day, from the evidence of one look: after each day the numbers that <see cref="EvidenceRule"/> would have judged
/// by. Pure; the cost of a day does not grow with the days before it.
/// </summary>
public static class EvidenceCourse
{
    public static IReadOnlyList<EvidenceDay> Of(DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (evidence, rules) = (record.Evidence, record.Rules);
        var days = ExposureDays.Whole(evidence.Days);
        var lower = evidence.Direction == KpiDirection.LowerIsBetter;
        if (evidence.IsConversion)
        {
            var looks = new ConversionLook(lowerIsBetter: lower);
            return Follow(evidence, days, ExposureSamples.Share, (tally, variant, _) => Details.Of(tally, variant, evidence.Variants[variant], looks.At(tally, variant)));
        }

        return Follow(evidence, days, ExposureSamples.Value, (tally, variant, day) =>
        {
            // The sequence is tuned to the units by the planned end, of which a look knows those that are there.
            var planned = (double)Math.Max(1, days.Take(Math.Min(day, rules.EndDay)).Sum(each => each.Groups.Sum(group => group.Units)));
            var look = new MeanLook(planned, 1 / rules.ProvenOdds, 1 / rules.HarmOdds, lower).At(tally, variant);
            return Details.Of(tally, variant, evidence.Variants[variant], look, planned);
        });
    }

    private static List<EvidenceDay> Follow<TSample>(
        Exposures evidence, IReadOnlyList<ExposureDay> days, Func<GroupCount, TSample> sample, Func<Tally<TSample>, int, int, VariantDetail> detail)
        where TSample : struct, IMergeableSample<TSample>
    {
        var (course, tally) = (new List<EvidenceDay>(days.Count), Tally<TSample>.Empty);
        foreach (var day in days)
        {
            tally = tally.With(ExposureSamples.Day(day, day.Groups, sample));
            course.Add(new(
                course.Count + 1, day.Day, day.Weights, [.. evidence.Variants.Select((_, variant) => tally.Units(variant))], Health.Of(tally).LogSampleRatio,
                [.. Enumerable.Range(1, evidence.Variants.Count - 1).Select(variant => detail(tally, variant, course.Count + 1))]));
        }

        return course;
    }
}
