using Optimizer.Connectors.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public class RetryPlanTests
{
    private static readonly DateTimeOffset Now = HandClock.Start;

    [Theory]
    [InlineData(1, 4, 6)]
    [InlineData(2, 8, 12)]
    [InlineData(5, 64, 96)]
    [InlineData(20, 2880, 4320)]
    [InlineData(100000, 2880, 4320)]
    public void Next_Attempt_DoublesUpToAnHourWithinAFifth(int failed, double least, double most)
    {
        var pauses = Enumerable.Range(1, 200).Select(parcel => (new RetryPlan().Next(parcel, failed, Now, Now, null)!.Value - Now).TotalSeconds).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, least, most));
        Assert.InRange(pauses.Average(), (least + most) / 2 * 0.97, (least + most) / 2 * 1.03);
    }

    [Fact]
    public void Next_SameSeed_IsTheSamePauseAndAnotherSeedAnother()
    {
        Assert.Equal(new RetryPlan { Seed = 1 }.Next(7, 3, Now, Now, null), new RetryPlan { Seed = 1 }.Next(7, 3, Now, Now, null));
        Assert.NotEqual(new RetryPlan { Seed = 1 }.Next(7, 3, Now, Now, null), new RetryPlan { Seed = 2 }.Next(7, 3, Now, Now, null));
    }

    [Theory]
    [InlineData(0.001, 0)]
    [InlineData(2, 2)]
    [InlineData(24, 24)]
    [InlineData(48, 24)]
    public void Next_SinkAsksToWait_IsHonouredUpToADay(double hours, double waited) => Assert.Equal(
        waited, Math.Round((new RetryPlan().Next(1, 1, Now, Now, Now.AddHours(hours))!.Value - Now).TotalHours, 2));

    [Fact]
    public void Next_AfterItsLastTime_IsGivenUp()
    {
        var plan = new RetryPlan();

        Assert.Null(plan.Next(1, 1, Now, Now + plan.GiveUpAfter, null));
        Assert.NotNull(plan.Next(1, 1, Now, Now + plan.GiveUpAfter - TimeSpan.FromSeconds(6), null));
    }
}
