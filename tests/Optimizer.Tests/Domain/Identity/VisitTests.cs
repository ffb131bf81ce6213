using Optimizer.Domain.Identity;

namespace Optimizer.Tests.Domain.Identity;

public sealed class VisitTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(29.0, false)]
    [InlineData(30.0, false)]
    [InlineData(30.1, true)]
    [Trait("Req", "S1-026")]
    public void Of_AfterAPause_IsANewVisitFromWhichNewsCount(double minutes, bool isNew)
    {
        var again = Visit.Of(Visit.Of(null, "Ana ", Start), "ana", Start.AddMinutes(minutes));
        Assert.Equal(isNew ? Start : null, again.BeforeAt);
        Assert.Equal(isNew ? Start.AddMinutes(minutes) : Start, again.BeganAt);
        Assert.Equal("ANA", again.Name);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 30)]
    [InlineData(300, 300)]
    [InlineData(301, 0)]
    [Trait("Req", "S1-034")]
    public void Of_LooksNearEachOther_AddTheTimeBetweenThem(int seconds, int counted) =>
        Assert.Equal(counted, Visit.Of(Visit.Of(null, "ana", Start), "ana", Start.AddSeconds(seconds)).Days.Sum(day => day.Seconds));

    [Fact]
    public void Of_ManyDays_KeepsAMonth()
    {
        var visit = Visit.Of(null, "ana", Start);
        for (var day = 0; day < 40; day++)
        {
            visit = Visit.Of(visit, "ana", Start.AddDays(day));
            visit = Visit.Of(visit, "ana", Start.AddDays(day).AddMinutes(2));
        }

        Assert.Equal(31, visit.Days.Count);
        Assert.All(visit.Days, day => Assert.Equal(120, day.Seconds));
    }

    [Fact]
    public void Of_AClockThatWentBack_ChangesNothing()
    {
        var visit = Visit.Of(null, "ana", Start);
        Assert.Same(visit, Visit.Of(visit, "ana", Start.AddDays(-1)));
    }
}
