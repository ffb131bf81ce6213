using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class TallyProperties
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(300);
    private static readonly double[][] Splits = [[0.5, 0.5], [0.9, 0.1], [0.25, 0.75]];

    [Fact]
    public void With_DaysInAnyOrder_ShowTheSame() =>
        Prop.ForAll<NonEmptyArray<int>, int>((picks, seed) =>
        {
            var days = picks.Get.Select(Day).ToArray();
            var shuffled = days.ToArray();
            new Random(seed).Shuffle(shuffled);

            var (first, second) = (Days.Tally(days), Days.Tally(shuffled));

            return first.Strata.Count == second.Strata.Count && Near(Look(first), Look(second))
                && Math.Abs(Health.Of(first).LogSampleRatio - Health.Of(second).LogSampleRatio) < 1e-8;
        }).Check(Laws);

    [Fact]
    public void With_DaysOfOneSplit_EqualOneLongDay() =>
        Prop.ForAll<NonEmptyArray<int>>(picks =>
        {
            var days = picks.Get.Select(pick => new ExperimentDay<Proportion>(Splits[0], Day(pick).Samples)).ToArray();
            var whole = new ExperimentDay<Proportion>(
                Splits[0],
                [.. Enumerable.Range(0, 2).Select(k => days.Aggregate(default(Proportion), (sum, day) => sum + day.Samples[k]))]);

            return Look(Days.Tally(days)) == Look(Days.Tally(whole));
        }).Check(Laws);

    [Fact]
    public void At_DayOfNobody_ChangesNothing() =>
        Prop.ForAll<NonEmptyArray<int>>(picks =>
        {
            var days = picks.Get.Select(Day).ToArray();

            return Near(Look(Days.Tally(days)), Look(Days.Tally([.. days, Days.Split([0.4, 0.6], (0, 0), (0, 0))])));
        }).Check(Laws);

    private static VariantLook Look(Tally<Proportion> tally) => new ConversionLook().At(tally, 1);

    private static bool Near(VariantLook first, VariantLook second) =>
        first.ControlUnits == second.ControlUnits && first.VariantUnits == second.VariantUnits
        && Near(first.ControlMean, second.ControlMean) && Near(first.VariantMean, second.VariantMean)
        && Near(first.LogBetter, second.LogBetter) && Near(first.LogWorse, second.LogWorse) && Near(first.ChanceToWin, second.ChanceToWin);

    private static bool Near(double first, double second) => Math.Abs(first - second) <= 1e-8 * Math.Max(1, Math.Abs(first));

    private static ExperimentDay<Proportion> Day(int pick)
    {
        var random = new Random(pick);
        return new(Splits[random.Next(Splits.Length)], [Group(), Group()]);

        Proportion Group() => random.Next(400) is var units ? new(units, random.Next((units / 4) + 1)) : default;
    }
}
