using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Tests.Tables;

public class ContestTests
{
    private readonly WaitingClock _clock = new();

    [Fact]
    public async Task Run_WonAtTheThirdTurn_WaitsLongerEachTime()
    {
        var turns = 0;

        Assert.Equal("won", await new Contest(_clock).RunAsync("it", () => Task.FromResult((++turns == 3, "won")), default));
        Assert.Equal([10, 20], _clock.Waits);
    }

    [Fact]
    public async Task Run_NeverWon_EndsWithinHalfAMinuteAndSaysWhat()
    {
        var told = await Assert.ThrowsAsync<TimeoutException>(() => new Contest(_clock).RunAsync("the head", () => Task.FromResult((false, 0)), default));

        Assert.Contains("the head", told.Message, StringComparison.Ordinal);
        Assert.InRange(_clock.Waits.Sum(), 5_000, 30_000);
        Assert.Equal(500, _clock.Waits.Max());
    }

    [Fact]
    public async Task Run_ManyAtOnce_TakesOneTurnAtATime()
    {
        var contest = new Contest(_clock);
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => contest.RunAsync("it", async () =>
        {
            most = Math.Max(most, ++inside);
            await Task.Yield();
            inside--;
            return (true, 0);
        }, default)));

        Assert.Equal(1, most);
    }

    // Every wait is over at once.
    private sealed class WaitingClock : TimeProvider
    {
        public List<double> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime.TotalMilliseconds);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
