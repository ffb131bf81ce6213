using Optimizer.Domain.Kpis;

namespace Optimizer.Tests.Domain.Kpis;

public class KpiTests
{
    [Theory]
    [InlineData(KpiDirection.HigherIsBetter, 0.2, KpiMovement.Good)]
    [InlineData(KpiDirection.HigherIsBetter, -0.2, KpiMovement.Bad)]
    [InlineData(KpiDirection.LowerIsBetter, 0.2, KpiMovement.Bad)]
    [InlineData(KpiDirection.LowerIsBetter, -0.2, KpiMovement.Good)]
    [InlineData(KpiDirection.LowerIsBetter, 0, KpiMovement.None)]
    public void Judge_Change_DependsOnDirection(KpiDirection direction, double change, KpiMovement expected) =>
        Assert.Equal(expected, new Kpi("cost per lead", direction, KpiKind.Money, "USD").Judge(change));

    [Fact]
    public void Constructor_BlankNameOrUnknownChoice_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Kpi(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Kpi("leads", (KpiDirection)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Kpi("leads", kind: (KpiKind)7));
    }
}
