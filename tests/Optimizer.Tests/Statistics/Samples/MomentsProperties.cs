using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Statistics.Samples;

public class MomentsProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Merge_SplitAnywhere_EqualsAllUnitsAtOnce() => Prop.ForAll<int[], int[]>((first, second) =>
        Same(Of(first) + Of(second), Of([.. first, .. second]))).Check(Runs);

    [Fact]
    public void Merge_AnyOrder_IsTheSame() => Prop.ForAll<int[], int[]>((first, second) =>
        Same(Of(first) + Of(second), Of(second) + Of(first))).Check(Runs);

    [Fact]
    public void Merge_AnyGrouping_IsTheSame() => Prop.ForAll<int[], int[], int[]>((first, second, third) =>
        Same((Of(first) + Of(second)) + Of(third), Of(first) + (Of(second) + Of(third)))).Check(Runs);

    [Fact]
    public void Merge_WithEmpty_ChangesNothing() => Prop.ForAll<int[]>(values =>
        Of(values) + default(Moments) == Of(values) && default(Moments) + Of(values) == Of(values)).Check(Runs);

    [Fact]
    public void FromSums_SumsOfTheUnits_AgreesWithUnitByUnit() => Prop.ForAll<int[]>(values => Same(
        Moments.FromSums(values.Length, values.Sum(value => (double)value), values.Sum(value => (double)value * value)),
        Of(values))).Check(Runs);

    internal static Moments Of(IEnumerable<int> values) =>
        values.Aggregate(default(Moments), (sample, value) => sample.With(value));

    internal static bool Same(Moments first, Moments second) =>
        first.Count == second.Count
        && Close(first.Mean, second.Mean, 1)
        && Close(first.SquaredDeviations, second.SquaredDeviations, first.Count * first.Mean * first.Mean);

    internal static bool Close(double first, double second, double scale) =>
        Math.Abs(first - second) <= 1e-12 * (Math.Abs(first) + Math.Abs(scale) + 1);
}
