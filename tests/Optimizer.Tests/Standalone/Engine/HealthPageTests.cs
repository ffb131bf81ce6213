using Optimizer.Embedded;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

public class HealthPageTests
{
    private static readonly DateTimeOffset Now = MadeUp.Start.AddHours(2);

    private static readonly EngineHealth Good = new()
    {
        At = Now,
        OpenedAt = MadeUp.Start,
        HeartbeatAt = Now.AddSeconds(-3),
        Live = 10_120,
        Cached = 12,
        TurnsQueued = 3,
        ActivitiesRunning = 64,
        ActivitiesQueued = 4,
        ChangesQueued = 1,
        Timers = 98,
        NextDue = Now.AddMinutes(5),
        Parked = 1,
        StoreProblem = null,
    };

    [Fact]
    public void Write_Running_ShowsItsLoad() => Assert.Equal(
        """
        Engine of /data/engine.db: running, healthy
          heartbeat   3 s before it was asked
          opened      2026-11-20 08:00:00Z (2 h ago)
          instances   10,120 not finished, 12 of them held in memory, 1 parked
          turns       3 wait for a place
          activities  64 run, 4 wait for a place
          writer      1 change waits
          timers      98 pending, next 2026-11-20 10:05:00Z (in 5 min)
        """,
        Page(Running(Good)));

    [Fact]
    public void Write_DiskFull_SaysSoFirst() => Assert.StartsWith(
        "Engine of /data/engine.db: running, not healthy\n  disk        the disk is full; free some space; nothing is recorded until it can be written again\n",
        Page(Running(Good with { StoreProblem = "the disk is full; free some space" })), StringComparison.Ordinal);

    [Fact]
    public void Write_NoHeartbeat_SaysWhatThatMeans() => Assert.Contains(
        "20 s before it was asked: the writer or the process stands still", Page(Running(Good with { HeartbeatAt = Now.AddSeconds(-20) })), StringComparison.Ordinal);

    [Fact]
    public void Write_DiedAndNotRunning_SaysWhatIsLeft() => Assert.Equal(
        """
        Engine of /data/engine.db: not running
          last run   process 4711 since 2026-11-20 08:00:00Z died without stopping; it last lived 2026-11-20 09:59:00Z (1 min ago). Nothing is lost:
                     the next start goes on from there
          instances  1,002: 1,001 running, 1 parked
          parked     see why with: optimizer engine list --state parked
          timers     2 pending, 1 overdue, first 2026-11-20 09:59:00Z (1 min ago)
        """,
        Page(new(
            "/data/engine.db", null, new(4711, MadeUp.Start, Now.AddMinutes(-1)),
            new SortedDictionary<RunState, int> { [RunState.Running] = 1001, [RunState.Parked] = 1 }, [Now.AddMinutes(-1), Now.AddHours(1)])));

    [Fact]
    public void Write_StoppedAndEmpty_SaysSo() => Assert.Equal(
        """
        Engine of /data/engine.db: not running
          last run   stopped in order
          instances  none
          timers     none pending
        """,
        Page(new("/data/engine.db", null, null, new Dictionary<RunState, int>(), [])));

    private static EngineReport Running(EngineHealth health) => new("/data/engine.db", health, null, new Dictionary<RunState, int>(), []);

    private static string Page(EngineReport report) => Written.By(console => HealthPage.Write(console, report, Now));
}
