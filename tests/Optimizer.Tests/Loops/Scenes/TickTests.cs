using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Plays;

namespace Optimizer.Tests.Loops.Scenes;

public class TickTests
{
    [Fact]
    [Trait("Req", "S0-013")]
    [Trait("Req", "S0-022")]
    public async Task Days_ThirtyOfNothingNew_AreThirtyTicksThatTouchNothing()
    {
        var strategist = new ScriptedStrategist();
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal, 0, strategist) });
        await kit.RunAsync(1.0 / 24);
        var first = (await kit.ViewAsync("onboarding")).Ticks;
        await kit.RunAsync(30);

        Assert.Equal(30, (await kit.ViewAsync("onboarding")).Ticks - first);
        Assert.Equal(0, strategist.Asked);
        Assert.Equal(0, kit.World.Calls);
        Assert.Equal(first + 30, kit.Campaign.Notes.Count);
    }

    [Fact]
    [Trait("Req", "S0-013")]
    public async Task Ticks_MissedWhileNothingRan_AreTakenOnceWithTheGap()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(3);
        var before = (await kit.ViewAsync("onboarding")).Ticks;
        kit.Clock.Set(kit.Clock.GetUtcNow().AddDays(5));
        await kit.RunAsync(0.01);

        Assert.Equal(before + 1, (await kit.ViewAsync("onboarding")).Ticks);
        Assert.Equal(4, Assert.Single(await kit.EventsAsync<TickMissed>()).Event.Count);
        await kit.RunAsync(1);
        Assert.Equal(before + 2, (await kit.ViewAsync("onboarding")).Ticks);
    }

    [Fact]
    public async Task Clock_MovedBack_TakesNoTickTwice()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(3.5);
        var before = (await kit.ViewAsync("onboarding")).Ticks;
        kit.Clock.Set(kit.Clock.GetUtcNow().AddHours(-10));
        await kit.RunAsync(1.5);

        Assert.Equal(before + 1, (await kit.ViewAsync("onboarding")).Ticks);
    }

    [Theory]
    [InlineData(2026, 3, 26)]
    [InlineData(2026, 10, 22)]
    public async Task Ticks_OverAChangeOfTheClock_ComeOnceALocalDay(int year, int month, int day)
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Normal),
            Plays = [PlayText.Of("onboarding", "Europe/Warsaw", "02:30")],
            Start = new(year, month, day, 12, 0, 0, TimeSpan.Zero),
        });
        await kit.RunAsync(7);

        var days = (await kit.EventsAsync<KpiRead>()).Skip(1).Select(read => TickClock.LocalDay(read.At, "Europe/Warsaw")).ToList();
        Assert.Equal(7, days.Count);
        Assert.Equal(Enumerable.Range(0, 7).Select(index => days[0].AddDays(index)), days);
    }

    [Fact]
    [Trait("Req", "S0-014")]
    public async Task Definition_Changed_IsInForceFromTheNextTick()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(3);
        await kit.Loop.EnrolAsync(LoopKit.Document(PlayText.Of("onboarding", at: "10:00")), "onboarding.yaml");
        await kit.RunAsync(3);

        var (at, changed) = Assert.Single(await kit.EventsAsync<DefinitionChanged>());
        Assert.Equal("definition", changed.What);
        Assert.Equal(8, at.Hour);
        Assert.Equal([10, 10, 10], (await kit.EventsAsync<KpiRead>()).Where(read => read.At > at).Select(read => read.At.Hour));
    }

    [Fact]
    [Trait("Req", "S0-015")]
    public async Task Secondary_ThatFalls_StartsNothing()
    {
        var kpis = new ScriptedKpis((key, day) => key == "goal_rate" ? Fixtures.Normal.At(day) : day < Fixtures.Today.AddDays(-14) ? 0.02 : 0.01);
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis) });
        await kit.RunAsync(10);

        Assert.Empty(await kit.EventsAsync<AnomalyFound>());
        Assert.Empty(await kit.EventsAsync<HypothesesProposed>());
    }

    [Fact]
    [Trait("Req", "S0-064")]
    public async Task Anomaly_SeenManyTimesADay_IsToldOnce()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop), Policy = PolicyText.With("freeze: true") });
        for (var hour = 0; hour < 30; hour++)
        {
            await kit.CommandAsync("onboarding", PlayCommandKind.Tick, $"tick-{hour}");
            await kit.CommandAsync("onboarding", PlayCommandKind.Tick, $"tick-{hour}");
            await kit.RunAsync(1.0 / 24);
        }

        Assert.Single(kit.Notifier.Notices, notice => notice.About.StartsWith("anomaly-", StringComparison.Ordinal));
        Assert.InRange((await kit.ViewAsync("onboarding")).Ticks, 31, 33);
    }

    [Fact]
    [Trait("Req", "S0-009")]
    public async Task History_OfTwentyDays_StartsNothingAndSaysHowManyAreMissing()
    {
        var kpis = new ScriptedKpis((_, day) => day < Fixtures.Today.AddDays(-20) ? null : 0.2) { Days = 20 };
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis), Policy = PolicyText.With("trigger.proactive: true") });
        await kit.RunAsync(2);

        var ruling = (await kit.EventsAsync<RulingGiven>())[0].Event.Answer;
        Assert.Equal("insufficient_baseline", ruling.Code);
        Assert.Contains("days_missing=8", ruling.Reasons[0], StringComparison.Ordinal);
        Assert.Empty(await kit.EventsAsync<ExperimentStarted>());
        Assert.NotEmpty(await kit.EventsAsync<KpiRead>());
    }

    [Fact]
    [Trait("Req", "S0-010")]
    [Trait("Req", "S0-063")]
    public async Task Event_NeverSeen_OpensOneTaskAndStartsNothing()
    {
        var kpis = ScriptedKpis.Of(day => day < Fixtures.Today.AddDays(-14) ? 0.2 : 0.15);
        kpis.Silent.Add("goal_done");
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis, 0.4) });
        await kit.RunAsync(5);

        Assert.Contains("goal_done", Assert.Single(kit.Issues.Issues).Text, StringComparison.Ordinal);
        Assert.Equal(["goal_done"], Assert.Single(await kit.EventsAsync<TrackingMissing>()).Event.Events);
        Assert.Empty(await kit.EventsAsync<ExperimentStarted>());
        Assert.False((await kit.ViewAsync("onboarding")).IsTracked);

        kpis.Silent.Clear();
        await kit.RunAsync(4);
        Assert.NotEmpty(await kit.EventsAsync<ExperimentStarted>());
    }

    [Fact]
    [Trait("Req", "S0-068")]
    public async Task Ticks_OfManyYears_LeaveHistoryAndStateSmall()
    {
        var ticks = Environment.GetEnvironmentVariable("OPTIMIZER_SEEDS") is null ? 500 : 10_000;
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(ticks);

        Assert.InRange((await kit.ViewAsync("onboarding")).Ticks, ticks, ticks + 1);
        var history = await kit.Loop.Engine.HistoryAsync("play-onboarding");
        Assert.InRange(history!.Entries.Count, 1, 50);
        Assert.InRange(history.Status.Input.Bytes, 1, 20_000);
    }
}
