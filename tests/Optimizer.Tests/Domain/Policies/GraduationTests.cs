using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Policies;

public class GraduationTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly EffectivePolicy Policy = new();
    private static readonly Scorecard Good = new() { Anomalies = 1, Approved = 4, Rejected = 1, Forecasts = 5, ForecastsInside = 4 };

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(Autonomy.Shadow, 7, Autonomy.Advisory, false)]
    [InlineData(Autonomy.Advisory, 7, Autonomy.Semi, true)]
    [InlineData(Autonomy.Semi, 14, Autonomy.Full, true)]
    public void Judge_DaysReached_GoesUpAndNotATickBefore(Autonomy level, int days, Autonomy next, bool signOff)
    {
        var at = Judge(level, Good, days);
        var before = Graduation.Judge(level, Since, Good, Since.AddDays(days).AddTicks(-1), Policy);

        Assert.Equal((next, signOff), (at.To, at.NeedsSignOff));
        Assert.Equal((level, false), (before.To, before.NeedsSignOff));
        Assert.StartsWith("still missing", before.Reasons[0], StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(0, 6, 0, Autonomy.Shadow)]
    [InlineData(0, 7, 0, Autonomy.Advisory)]
    [InlineData(1, 0, 0, Autonomy.Advisory)]
    [InlineData(1, 7, 1, Autonomy.Shadow)]
    public void Judge_Shadow_NeedsSomethingSeenAndNoSurprise(int anomalies, int quiet, int surprises, Autonomy to) =>
        Assert.Equal(to, Judge(Autonomy.Shadow, new() { Anomalies = anomalies, QuietDays = quiet, PolicySurprises = surprises }, 30).To);

    [Fact]
    [Trait("Req", "C34")]
    public void Judge_Advisory_MissKeepsItThere() =>
        Assert.Equal(Autonomy.Advisory, Judge(Autonomy.Advisory, Good with { GuardrailMisses = 1 }, 30).To);

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(0, 0, 0, 0, 0, Autonomy.Full)]
    [InlineData(4, 1, 0, 0, 0, Autonomy.Full)]
    [InlineData(79, 21, 0, 0, 0, Autonomy.Semi)]
    [InlineData(80, 20, 0, 0, 0, Autonomy.Full)]
    [InlineData(0, 1, 0, 0, 0, Autonomy.Semi)]
    [InlineData(4, 0, 2, 0, 0, Autonomy.Full)]
    [InlineData(4, 0, 3, 2, 0, Autonomy.Semi)]
    [InlineData(4, 0, 5, 4, 0, Autonomy.Full)]
    [InlineData(4, 0, 3, 3, 1, Autonomy.Semi)]
    public void Judge_Semi_GoesByTheScorecard(int approved, int rejected, int forecasts, int inside, int misses, Autonomy to)
    {
        var card = new Scorecard { Approved = approved, Rejected = rejected, Forecasts = forecasts, ForecastsInside = inside, GuardrailMisses = misses };

        Assert.Equal(to, Judge(Autonomy.Semi, card, 14).To);
    }

    [Fact]
    [Trait("Req", "C34")]
    public void Judge_FullWithAMiss_GoesDownAtOnceWithoutSignature()
    {
        var ruling = Judge(Autonomy.Full, new() { GuardrailMisses = 1 }, 0);

        Assert.Equal((Autonomy.Semi, false), (ruling.To, ruling.NeedsSignOff));
    }

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(7 * 24, Autonomy.Semi)]
    [InlineData((7 * 24) + 1, Autonomy.Full)]
    public void Judge_FullWithTwoReverts_GoesDownWhenWithinSevenDays(int hoursApart, Autonomy to)
    {
        var card = new Scorecard { Reverts = [Since.AddDays(1), Since.AddDays(1).AddHours(hoursApart)] };

        Assert.Equal(to, Judge(Autonomy.Full, card, 20).To);
    }

    [Fact]
    public void Judge_RevertsBeforeTheLevelBegan_CountNoMore() =>
        Assert.Equal(Autonomy.Full, Judge(Autonomy.Full, new() { Reverts = [Since.AddHours(-2), Since.AddHours(-1), Since.AddHours(1)] }, 1).To);

    [Theory]
    [InlineData(9, 0, Autonomy.Full)]
    [InlineData(10, 8, Autonomy.Full)]
    [InlineData(10, 7, Autonomy.Semi)]
    public void Judge_FullWithForecastsOutside_GoesDownFromTenOn(int forecasts, int inside, Autonomy to) =>
        Assert.Equal(to, Judge(Autonomy.Full, new() { Forecasts = forecasts, ForecastsInside = inside }, 20).To);

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(Autonomy.Semi, Autonomy.Semi, Autonomy.Semi)]
    [InlineData(Autonomy.Shadow, Autonomy.Shadow, Autonomy.Shadow)]
    [InlineData(Autonomy.Full, Autonomy.Advisory, Autonomy.Advisory)]
    public void Judge_Ceiling_IsNeverPassedAndHoldsAtOnce(Autonomy level, Autonomy ceiling, Autonomy to)
    {
        var ruling = Graduation.Judge(level, Since, Good, Since.AddDays(60), Policy with { AutonomyCeiling = ceiling });

        Assert.Equal((to, false), (ruling.To, ruling.NeedsSignOff));
    }

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(false, Autonomy.Full, Autonomy.Full, Autonomy.Shadow)]
    [InlineData(true, Autonomy.Full, Autonomy.Full, Autonomy.Full)]
    [InlineData(true, Autonomy.Full, Autonomy.Semi, Autonomy.Semi)]
    public void Start_NewPlay_IsInShadowUnlessSkipped(bool skip, Autonomy start, Autonomy ceiling, Autonomy begins) => Assert.Equal(
        begins, Graduation.Start(Policy with { SkipGraduation = skip, AutonomyStart = start, AutonomyCeiling = ceiling }));

    [Fact]
    public void Judge_UnknownLevel_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge((Autonomy)(-1), Good, 1));

    private static GraduationRuling Judge(Autonomy level, Scorecard card, int days) =>
        Graduation.Judge(level, Since, card, Since.AddDays(days), Policy);
}
