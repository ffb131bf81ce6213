using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Monitoring;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Monitoring;

public class ClassBandsProperties
{
    private const double Slack = 1e-9;
    private static readonly ClassBands Bands = new();

    private static readonly (KpiClass Class, Func<double, bool> Holds)[] Drawn =
    [
        (KpiClass.Drop, r => r < -0.20 - Slack),
        (KpiClass.Decline, r => r >= -0.20 - Slack && r < -0.10 - Slack),
        (KpiClass.Normal, r => r >= -0.10 - Slack && r <= 0.10 + Slack),
        (KpiClass.Growth, r => r > 0.10 + Slack && r <= 0.50 + Slack),
        (KpiClass.Spike, r => r > 0.50 + Slack),
    ];

    [Fact]
    [Trait("Req", "C10")]
    public void Of_AnyRealNumber_IsExactlyTheOneClassDrawnForIt() => Prop.ForAll<NormalFloat, int>((any, near) =>
        IsExactlyOne(any.Get) && IsExactlyOne(near / 10_000.0 % 2) && IsExactlyOne(Math.Round(near % 100 / 100.0, 2)))
        .Check(Laws.Of(2000));

    [Fact]
    public void Of_LargerChange_IsNeverALowerBand() => Prop.ForAll<int, int>((a, b) =>
    {
        var (low, high) = (Math.Min(a, b) / 1000.0, Math.Max(a, b) / 1000.0);
        return Rank(low) <= Rank(high);
    }).Check(Laws.Of(1000));

    private static bool IsExactlyOne(double change) => Drawn.Single(each => each.Holds(change)).Class == Bands.Of(change);

    private static int Rank(double change) => Array.FindIndex(Drawn, each => each.Class == Bands.Of(change));
}
