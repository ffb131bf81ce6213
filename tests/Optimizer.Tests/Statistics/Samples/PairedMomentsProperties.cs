using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Statistics.Samples;

public class PairedMomentsProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Merge_SplitAnywhere_EqualsAllUnitsAtOnce() => Prop.ForAll<(int, int)[], (int, int)[]>((first, second) =>
        Same(Of(first) + Of(second), Of([.. first, .. second]))).Check(Runs);

    [Fact]
    public void Merge_AnyOrderOrGrouping_IsTheSame() =>
        Prop.ForAll<(int, int)[], (int, int)[], (int, int)[]>((first, second, third) =>
            Same((Of(first) + Of(second)) + Of(third), Of(third) + (Of(second) + Of(first)))).Check(Runs);

    [Fact]
    public void Merge_WithEmpty_ChangesNothing() => Prop.ForAll<(int, int)[]>(units =>
        Of(units) + default(PairedMoments) == Of(units) && default(PairedMoments) + Of(units) == Of(units)).Check(Runs);

    [Fact]
    public void FromSums_SumsOfTheUnits_AgreesWithUnitByUnit() => Prop.ForAll<(int, int)[]>(units =>
    {
        var all = Of(units);
        return Same(all, PairedMoments.FromSums(all.First, all.Second, units.Sum(unit => (double)unit.Item1 * unit.Item2)));
    }).Check(Runs);

    internal static PairedMoments Of(IEnumerable<(int First, int Second)> units) =>
        units.Aggregate(default(PairedMoments), (sample, unit) => sample.With(unit.First, unit.Second));

    internal static bool Same(PairedMoments first, PairedMoments second) =>
        MomentsProperties.Same(first.First, second.First)
        && MomentsProperties.Same(first.Second, second.Second)
        && MomentsProperties.Close(
            first.CoDeviations, second.CoDeviations,
            Math.Sqrt(first.First.SquaredDeviations * first.Second.SquaredDeviations)
                + first.Count * Math.Abs(first.First.Mean * first.Second.Mean));
}
