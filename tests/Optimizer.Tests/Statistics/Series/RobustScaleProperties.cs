using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Series;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Series;

public class RobustScaleProperties
{
    [Fact]
    public void Of_ShiftedAndStretchedSample_FollowsExactly() => Prop.ForAll<int[], int>((numbers, shift) =>
    {
        var values = numbers.Append(shift).Select(number => (double)(number % 100_000)).ToArray();
        var offset = shift % 100_000;

        var scale = RobustScale.Of(values);
        var moved = RobustScale.Of(Array.ConvertAll(values, value => (2 * value) + offset));

        return moved.Median == (2 * scale.Median) + offset && moved.Deviation == 2 * scale.Deviation;
    }).Check(Laws.Of(500));

    [Fact]
    public void Of_AnyOrder_IsTheSame() => Prop.ForAll<int[], int>((numbers, one) =>
    {
        var values = numbers.Append(one).Select(number => (double)number).ToArray();

        return RobustScale.Of(values) == RobustScale.Of([.. values.Reverse()]) && RobustScale.Of(values) == RobustScale.Of([.. values.Order()]);
    }).Check(Laws.Of(500));
}
