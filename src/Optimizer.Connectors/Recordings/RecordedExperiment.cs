using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>A control and one variant, day by day, to be lived through again.</summary>
/// <param name="Name">As its file names it.</param>
/// <param name="Variants">Two names, control first.</param>
/// <param name="IsConversion">A share of units that convert; false for an amount per unit.</param>
/// <param name="Days">From its first day, without gaps; at least one.</param>
public sealed record RecordedExperiment(string Name, IReadOnlyList<string> Variants, bool IsConversion, IReadOnlyList<RecordedDay> Days)
{
    /// <summary>Each variant against the control: the loop tries one change at a time.</summary>
    /// <exception cref="ArgumentException">It is a ratio of sums, which the loop has no metric for.</exception>
    public static IReadOnlyList<RecordedExperiment> Of(string name, ExperimentRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return recording switch
        {
            ExperimentRecording.Conversions of => Pairs(name, of.Variants, true, of.Days, sample => GroupCount.Conversions(sample.Count, sample.Successes)),
            ExperimentRecording.Values of => Pairs(name, of.Variants, false, of.Days, sample => new(
                sample.Moments.Count, sample.Moments.Sum, SumOfSquares(sample.Moments), sample.Active)),
            ExperimentRecording.Ratios => throw new ArgumentException("a ratio of two sums cannot be lived through again; name a metric of one column", nameof(recording)),
            _ => throw new ArgumentOutOfRangeException(nameof(recording), recording, "unknown kind of recording"),
        };
    }

    /// <summary>
    /// From what was known of both groups at the end of each day, everything until then: a day's figures are the difference to the day
    /// before. A day whose difference is no possible sample, because conversions of earlier units came in, waits for the next.
    /// </summary>
    /// <param name="name">As its source names it.</param>
    /// <param name="known">Days since the start, from 1 and rising, with all of control and variant until then.</param>
    /// <param name="weights">Configured shares, control first.</param>
    public static RecordedExperiment OfCumulative(
        string name, IReadOnlyList<(int Day, Moments Control, Moments Variant)> known, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(known);
        var days = new List<RecordedDay>();
        var (control, variant) = (default(GroupCount), default(GroupCount));
        foreach (var (day, controls, variants) in known)
        {
            while (days.Count < day - 1)
            {
                days.Add(new(weights, [default, default]));
            }

            var (more, moreOf) = (Less(All(controls), control), Less(All(variants), variant));
            var isSample = IsSample(more) && IsSample(moreOf);
            days.Add(new(weights, isSample ? [more, moreOf] : [default, default]));
            (control, variant) = isSample ? (All(controls), All(variants)) : (control, variant);
        }

        return new(name, ["control", "variant"], false, days);
    }

    private static IReadOnlyList<RecordedExperiment> Pairs<TSample>(
        string name, IReadOnlyList<string> variants, bool isConversion, IReadOnlyList<ExperimentDay<TSample>> days, Func<TSample, GroupCount> group)
        where TSample : struct, IMergeableSample<TSample> =>
        [.. Enumerable.Range(1, variants.Count - 1).Select(place => new RecordedExperiment(
            variants.Count == 2 ? name : $"{name}: {variants[place]}", [variants[0], variants[place]], isConversion,
            [.. days.Select(day => new RecordedDay(
                Shares(day.Weights[0], day.Weights[place]), [group(day.Samples[0]), group(day.Samples[place])]))]))];

    private static double[] Shares(double control, double variant) => [control / (control + variant), variant / (control + variant)];

    private static double SumOfSquares(Moments moments) => moments.SquaredDeviations + moments.Sum * moments.Mean;

    private static GroupCount All(Moments moments) => new(moments.Count, moments.Sum, SumOfSquares(moments), moments.Count);

    private static GroupCount Less(GroupCount all, GroupCount before) =>
        new(all.Units - before.Units, all.Sum - before.Sum, all.SumOfSquares - before.SumOfSquares, all.Active - before.Active);

    // What no units can have added up to: fewer than before, or squares smaller than their sum allows.
    private static bool IsSample(GroupCount more) =>
        more.Units > 0 && more.SumOfSquares >= 0 && more.SumOfSquares * more.Units >= more.Sum * more.Sum;
}
