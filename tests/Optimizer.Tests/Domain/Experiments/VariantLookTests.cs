using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class VariantLookTests
{
    private static readonly VariantLook Look = new(100, 90, 0.1, 0.12, 0.6, 0, 0);

    [Theory]
    [InlineData(0.1, 0.12, false, 0.2, 0.2)]
    [InlineData(0.1, 0.08, true, -0.2, 0.2)]
    [InlineData(-10, -5, false, 0.5, 0.5)]
    [InlineData(-10, -15, false, -0.5, -0.5)]
    [InlineData(10, -5, false, -1.5, -1.5)]
    public void Lift_Means_IsRelativeToTheSizeOfControl(double control, double variant, bool lowerIsBetter, double lift, double gain)
    {
        var look = Look with { ControlMean = control, VariantMean = variant, LowerIsBetter = lowerIsBetter };

        Assert.Equal(lift, look.Lift!.Value, 12);
        Assert.Equal(gain, look.Gain!.Value, 12);
    }

    [Fact]
    public void Lift_ControlOfZero_IsNone() => Assert.Null((Look with { ControlMean = 0 }).Gain);

    [Fact]
    public void FewestUnits_Look_IsTheSmallerGroup() => Assert.Equal(90, Look.FewestUnits);

    [Fact]
    public void Constructor_ImpossibleNumber_IsRefusedByName()
    {
        Assert.Equal("ControlUnits", Name(() => new VariantLook(-1, 1, 0, 0, 0.5, 0, 0)));
        Assert.Equal("VariantUnits", Name(() => Look with { VariantUnits = -1 }));
        Assert.Equal("ChanceToWin", Name(() => Look with { ChanceToWin = 1.1 }));
        Assert.Equal("ChanceToWin", Name(() => new VariantLook(1, 1, 0, 0, double.NaN, 0, 0)));
        Assert.Equal("LogBetter", Name(() => Look with { LogBetter = double.NaN }));
        Assert.Equal("LogWorse", Name(() => Look with { LogWorse = double.NaN }));

        static string? Name(Func<object> build) => Assert.Throws<ArgumentOutOfRangeException>(build).ParamName;
    }
}
