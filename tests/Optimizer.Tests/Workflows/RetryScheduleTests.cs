using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows;

public class RetryScheduleTests
{
    private static readonly Failure Any = new("System.TimeoutException", "slow");

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 60)]
    [InlineData(9, 60)]
    public void NextWait_Backoff_DoublesUpToTheLongest(int attempt, int seconds)
    {
        var schedule = new RetrySchedule(10, Seconds(10)) { Longest = Seconds(60) };

        Assert.Equal(Seconds(seconds), schedule.NextWait(attempt, TimeSpan.Zero, Any));
    }

    [Fact]
    public void NextWait_LastAttempt_IsNone() =>
        Assert.Null(new RetrySchedule(3, Seconds(10)).NextWait(3, TimeSpan.Zero, Any));

    [Fact]
    public void NextWait_ThousandthAttempt_StaysAtAnHour() =>
        Assert.Equal(TimeSpan.FromHours(1), new RetrySchedule(2000, Seconds(10)).NextWait(1000, TimeSpan.Zero, Any));

    [Fact]
    public void NextWait_FirstWaitLongerThanAnHour_KeepsIt() =>
        Assert.Equal(TimeSpan.FromDays(1), new RetrySchedule(5, TimeSpan.FromDays(1)).NextWait(3, TimeSpan.Zero, Any));

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void NextWait_Within_CountsTheWaitItself(int elapsedSeconds, bool isMade)
    {
        var schedule = new RetrySchedule(10, Seconds(10)) { Backoff = 1, Within = Seconds(60) };

        Assert.Equal(isMade, schedule.NextWait(2, Seconds(elapsedSeconds), Any) is not null);
    }

    [Fact]
    public void NextWait_FailureThatCannotBeMended_IsNone() =>
        Assert.Null(new RetrySchedule(3, Seconds(10)).NextWait(1, TimeSpan.Zero, Any with { CanRetry = false }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NextWait_Handles_Decides(bool handles)
    {
        var schedule = new RetrySchedule(3, Seconds(10)) { Handles = failure => failure == Any && handles };

        Assert.Equal(handles, schedule.NextWait(1, TimeSpan.Zero, Any) is not null);
    }

    [Fact]
    public void Construct_ValuesOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrySchedule(0, Seconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrySchedule(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrySchedule(1, Seconds(1)) { Backoff = 0.9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrySchedule(1, Seconds(2)) { Longest = Seconds(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrySchedule(1, Seconds(2)) { Within = Seconds(1) });
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
