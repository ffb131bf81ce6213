using Moq;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Functions.Watch;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Watch;

/// <summary>The watchdog: what must run runs, what was ended stays ended, and looking twice is looking once.</summary>
public class PlayWatchTests
{
    private static readonly string Id = LoopNames.PlayId(PlayText.Slug);

    [Fact]
    public async Task Look_AtAnAbsentPlay_StartsItAndSaysSoOnce()
    {
        await using var kit = await InForceAsync();
        await LookAsync(kit);
        await LookAsync(kit);

        Assert.False((await kit.Engine.StatusAsync(Id))!.State.IsFinished());
        Assert.Equal(["start"], await OrdersAsync(kit));
        Assert.Equal([$"The play {PlayText.Slug} was started"], await kit.SubjectsAsync());
    }

    [Fact]
    public async Task Look_AtADefinitionThatJustCame_LeavesItToWhoeverPutIt()
    {
        await using var kit = await HostKit.OpenAsync();
        await PutAsync(kit);
        await LookAsync(kit);
        Assert.Null(await kit.Engine.StatusAsync(Id));
    }

    [Fact]
    public async Task Look_ByTwoAtOnce_ChangesWhatOneChanges()
    {
        await using var kit = await InForceAsync();
        await Task.WhenAll(LookAsync(kit), LookAsync(kit), LookAsync(kit));
        Assert.Equal(["start"], await OrdersAsync(kit));
        Assert.Single(await kit.SubjectsAsync());
    }

    [Fact]
    public async Task Look_AtAFailedPlay_StartsItAgainFromWhatItRemembered()
    {
        await using var kit = await InForceAsync();
        await FailAsync(kit, experiments: 7);
        var failed = await kit.Engine.StatusAsync(Id);

        await LookAsync(kit);

        var status = await kit.Engine.StatusAsync(Id);
        Assert.Equal(RunState.Failed, failed!.State);
        Assert.Equal(7, status!.Input.Read<PlayState>().Experiments);
        Assert.True(status.CreatedAt > failed.CreatedAt);
        Assert.Equal(["restart"], await OrdersAsync(kit));
        Assert.Equal([$"{Id} failed and was started again"], await kit.SubjectsAsync());
    }

    [Fact]
    public async Task Look_AtAPlayThatFailsEachTime_StopsAfterSomeAndTellsPeople()
    {
        await using var kit = await InForceAsync();
        await FailAsync(kit, experiments: 0);
        for (var look = 0; look < Revival.MostADay + 3; look++)
        {
            await LookAsync(kit);
            await kit.Engine.RunUntilAsync(kit.Clock.GetUtcNow().AddMinutes(5));
        }

        Assert.Equal(Revival.MostADay, (await OrdersAsync(kit)).Count);
        Assert.Equal(RunState.Failed, (await kit.Engine.StatusAsync(Id))!.State);
        Assert.Equal($"{Id} fails again and again", (await kit.SubjectsAsync())[^1]);
    }

    [Fact]
    public async Task Look_AtAPlayThatAPersonEnded_LeavesItEnded()
    {
        await using var kit = await InForceAsync();
        await new Enrolment(kit.World).StartAsync(PlayText.Slug, kit.Clock.GetUtcNow(), default);
        await kit.Engine.TerminateAsync(Id, "enough");
        await LookAsync(kit);
        Assert.Equal(RunState.Terminated, (await kit.Engine.StatusAsync(Id))!.State);
        Assert.Empty(await OrdersAsync(kit));
    }

    [Fact]
    public async Task Look_AtAStoppedPlayWhoseHistoryIsGone_DoesNotStartItAnew()
    {
        await using var kit = await InForceAsync();
        await WriteAsync(kit, new PlayStopped("ana@example.com", "enough"));
        await LookAsync(kit);
        Assert.Null(await kit.Engine.StatusAsync(Id));
        Assert.Empty(await kit.SubjectsAsync());
    }

    [Fact]
    public async Task Look_WhileOnePlayCannotBeRead_LooksAtTheOthersAndSaysSo()
    {
        var plays = new Mock<IPlayStore>();
        plays.Setup(store => store.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(["broken", "fine"]);
        plays.Setup(store => store.FindAsync("broken", It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidDataException("unreadable"));
        plays.Setup(store => store.FindAsync("fine", It.IsAny<CancellationToken>())).ReturnsAsync(new StoredText("fine", "h", "text", "file", default));
        await using var kit = await HostKit.OpenAsync(world => world with { Plays = plays.Object });
        var faults = await new PlayWatch(kit.World, kit.Clock).LookAsync(default);
        Assert.IsType<InvalidDataException>(Assert.Single(faults));
        Assert.NotNull(await kit.Engine.StatusAsync(LoopNames.PlayId("fine")));
    }

    [Fact]
    public async Task Look_AtTheReportClock_StartsIt()
    {
        await using var kit = await HostKit.OpenAsync();
        await LookAsync(kit);
        await LookAsync(kit);
        Assert.False((await kit.Engine.StatusAsync(LoopNames.ReportClockId))!.State.IsFinished());
    }

    [Fact]
    public async Task Purge_OfOldHistories_LeavesPlays()
    {
        await using var kit = await InForceAsync();
        await FailAsync(kit, experiments: 0);
        await kit.Engine.StartAsync(LoopNames.Experiment, "experiment-x", null!);
        kit.Clock.Set(kit.Clock.GetUtcNow().AddDays(40));
        Assert.Equal(1, await new OldHistories(() => kit.Engine, 30, kit.Clock).PurgeAsync(default));
        Assert.NotNull(await kit.Engine.StatusAsync(Id));
        Assert.Null(await kit.Engine.StatusAsync("experiment-x"));
    }

    private static async Task<HostKit> InForceAsync()
    {
        var kit = await HostKit.OpenAsync();
        await PutAsync(kit);
        kit.Clock.Set(kit.Clock.GetUtcNow().AddMinutes(10));
        return kit;
    }

    private static async Task PutAsync(HostKit kit) => await kit.World.Plays.PutAsync(PlayText.Slug, PlayFile.Read(PlayText.Sample, "f").Plays[0].Text, "f", kit.Clock.GetUtcNow(), default);

    private static async Task LookAsync(HostKit kit) => Assert.Empty(await new PlayWatch(kit.World, kit.Clock).LookAsync(default));

    /// <summary>A step that there is none of ends the instance for good, as a mistake in the code would.</summary>
    private static async Task FailAsync(HostKit kit, int experiments)
    {
        await kit.Engine.StartAsync(LoopNames.Play, Id, new PlayState { Experiments = experiments, Play = PlayText.Slug, Step = (PlayStep)99 });
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Equal(RunState.Failed, (await kit.Engine.CompletionAsync(Id, late.Token))!.State);
        kit.Clock.Set(kit.Clock.GetUtcNow().AddMinutes(1));
    }

    private static async Task WriteAsync(HostKit kit, AuditEvent happened) => await kit.World.Audit.AppendAsync(
        "test", new() { Actor = "ana@example.com", At = kit.Clock.GetUtcNow(), Cause = PlayText.Slug, Event = happened, Play = PlayText.Slug }, default);

    private static async Task<IReadOnlyList<string>> OrdersAsync(HostKit kit)
    {
        var orders = new List<string>();
        await foreach (var record in kit.World.Audit.ReadAsync(new() { Kinds = ["order.given"] }, default))
        {
            orders.Add(((OrderGiven)record.Entry.Event).Order);
        }

        return orders;
    }
}
