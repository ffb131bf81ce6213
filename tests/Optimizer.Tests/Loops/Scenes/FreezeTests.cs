using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;
using Optimizer.Workflows;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;

namespace Optimizer.Tests.Loops.Scenes;

public class FreezeTests
{
    [Fact]
    public async Task Freeze_WhileAnExperimentLoses_ChangesNothingUntilItIsOver()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, -0.5) });
        await kit.RunAsync(0.005);
        var experiment = (await kit.ViewAsync("onboarding")).Experiment!;
        var (changes, notes, tasks) = (kit.World.Changes.Count, kit.Campaign.Notes.Count, kit.Issues.Issues.Count);
        await FreezeAsync(kit);
        await kit.RunAsync(3);

        Assert.Equal((changes, notes, tasks), (kit.World.Changes.Count, kit.Campaign.Notes.Count, kit.Issues.Issues.Count));
        Assert.Contains("frozen by ana", (await StatusAsync(kit, experiment)).Problem, StringComparison.Ordinal);
        Assert.NotNull(await kit.Market.Flags.FindAsync(experiment, default));
        Assert.DoesNotContain(kit.Notifier.Notices, notice => notice.Kind == NoticeKind.LoopStuck);

        await new FreezeSwitch(kit.Loop.World.Audit).UnfreezeAsync("eve", "all is well", kit.Clock.GetUtcNow(), default);
        await kit.RunAsync(0.1);
        Assert.Null(await kit.Market.Flags.FindAsync(experiment, default));
        await kit.RunAsync(1);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    public async Task Freeze_BeforeAnything_StartsNothingAndAWordWakesThePlay()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(ScriptedKpis.Of(day => day < Fixtures.Today ? Fixtures.Wave(day) : 0.05)) });
        await kit.RunAsync(0.01);
        await FreezeAsync(kit);
        await kit.RunAsync(8);
        Assert.Empty(kit.World.Changes);
        Assert.Empty(await kit.EventsAsync<ExperimentStarted>());
        Assert.Empty(await kit.EventsAsync<EffectIntended>());
        Assert.Contains("frozen by ana", (await kit.ViewAsync("onboarding")).Problem, StringComparison.Ordinal);

        await new FreezeSwitch(kit.Loop.World.Audit).UnfreezeAsync("eve", "all is well", kit.Clock.GetUtcNow(), default);
        await kit.CommandAsync("onboarding", PlayCommandKind.Wake);
        await kit.RunAsync(1.0 / 24 / 60);
        Assert.Null((await kit.ViewAsync("onboarding")).Problem);

        // The tick that was held up had read what was true then; the next one sees the fall.
        await kit.RunAsync(0.5);
        Assert.Equal(PlayStatus.Experimenting, (await kit.ViewAsync("onboarding")).Status);
    }

    private static Task<Freeze> FreezeAsync(LoopKit kit) =>
        new FreezeSwitch(kit.Loop.World.Audit).FreezeAsync(new("ana", "the site is down", kit.Clock.GetUtcNow()), default);

    private static async Task<ExperimentView> StatusAsync(LoopKit kit, string experiment) =>
        (await kit.Loop.Engine.StatusAsync(LoopNames.ExperimentId(experiment)))!.Status!.Value.ReadAs<ExperimentView>("the view", experiment);
}
