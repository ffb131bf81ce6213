using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;
using Optimizer.Workflows;
using Optimizer.Workflows.Plays;

namespace Optimizer.Tests.Loops.Scenes;

public class WholeCycleTests
{
    [Fact]
    [Trait("Req", "S0-001")]
    [Trait("Req", "S0-006")]
    [Trait("Req", "S0-041")]
    [Trait("Req", "S0-065")]
    public async Task Drop_OfAQuarter_IsAdoptedAwayWithoutAPerson()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.4) });
        await kit.RunAsync(10);

        var trail = await kit.TrailAsync();
        string[] order = ["anomaly.found", "hypotheses.proposed", "hypothesis.accepted", "experiment.started", "decision.made", "change.adopted", "experiment.ended"];
        var places = order.Select(kind => trail.First(record => AuditKinds.Of(record.Entry.Event) == kind).Sequence).ToList();
        Assert.Equal(places.Order(), places);
        Assert.Equal(3, trail.Select(record => record.Entry.Event).OfType<HypothesesProposed>().First().Hypotheses.Count);
        Assert.DoesNotContain(trail, record => record.Entry.Event is ApprovalAsked);
        var adopted = Assert.Single(trail.Select(record => record.Entry.Event).OfType<ChangeAdopted>());
        var play = kit.Plays[0].Play;
        var variable = play.Variables.Single(each => each.Key == adopted.After.Variable);
        Assert.Equal(adopted.After, await kit.Market.Channel.ReadAsync(play, variable, default));
        Assert.Equal("\"as before\"", adopted.Before.Json);
        Assert.Null(await kit.Market.Flags.FindAsync("onboarding-1", default));
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    [Trait("Req", "S0-002")]
    public async Task Enrol_Twice_IsOneInstance()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(2);
        await kit.Loop.EnrolAsync(kit.Plays[0], "onboarding.yaml");
        await kit.RunAsync(2);

        var page = await kit.Loop.Engine.ListAsync(new() { Workflow = LoopNames.Play.Name });
        Assert.Equal("play-onboarding", Assert.Single(page.Instances).InstanceId);
        Assert.Single(await kit.EventsAsync<PlayEnrolled>());
    }

    [Theory]
    [Trait("Req", "S0-003")]
    [InlineData(0.15, KpiClass.Drop)]
    [InlineData(0.32, KpiClass.Spike)]
    [InlineData(0.2, KpiClass.Plateau)]
    public async Task Series_OfOneKind_IsOneAnomalyOfThatKind(double level, KpiClass expected)
    {
        var kpis = ScriptedKpis.Of(day => day < Fixtures.Today.AddDays(-14) ? 0.2 : level);
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis), Policy = PolicyText.With("freeze: true") });
        await kit.RunAsync(5);

        Assert.Equal(expected, Assert.Single(await kit.EventsAsync<AnomalyFound>()).Event.Class);
    }

    [Fact]
    [Trait("Req", "S0-043")]
    [Trait("Req", "S0-055")]
    public async Task Harm_BeyondTheStatedLimit_IsTakenOutWithinOneWatch()
    {
        var since = LoopKit.Monday.AddHours(8 + 5);
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = world => Fixtures.Market(Fixtures.Drop)(world) with
            {
                Exposures = new ScriptedExposures(_ => 0, 4000).From(since, -0.6),
            },
            Policy = PolicyText.With("stop.drop30.mode: literal"),
        });
        await kit.RunAsync(3);

        var (at, ended) = Assert.Single(await kit.EventsAsync<ExperimentEnded>());
        Assert.Equal(DecisionKind.Revert, ended.End);
        Assert.InRange(at - since, TimeSpan.Zero, TimeSpan.FromMinutes(15));
        Assert.Null(await kit.Market.Flags.FindAsync("onboarding-1", default));
        Assert.DoesNotContain(kit.World.Changes, change => change.What == "apply");
        Assert.NotEmpty(ended.Reasons);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    [Trait("Req", "S0-062")]
    public async Task Reverts_FourOfFour_WaitForAPerson()
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Normal, -0.6),
            People = Fixtures.Yes,
            Policy = PolicyText.With("stop.drop30.mode: literal", "trigger.proactive: true"),
        });
        await kit.RunAsync(90);

        Assert.Equal(4, (await kit.EventsAsync<ExperimentEnded>()).Count(end => end.Event.End == DecisionKind.Revert));
        Assert.Equal(PlayStatus.Review, (await kit.ViewAsync("onboarding")).Status);
        Assert.Single(kit.Notifier.Notices, notice => notice.About == "review-onboarding");
        Assert.Single(await kit.EventsAsync<PlayPaused>());

        await kit.CommandAsync("onboarding", PlayCommandKind.Resume);
        await kit.RunAsync(20);
        Assert.True((await kit.EventsAsync<ExperimentStarted>()).Count > 4);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    [Trait("Req", "S0-008")]
    [Trait("Req", "S0-070")]
    [Trait("Req", "S0-071")]
    [Trait("Req", "S0-072")]
    public async Task Gains_OfNothing_ConvergeAndAFallOpensAgain()
    {
        var fall = Fixtures.Today.AddDays(150);
        var kpis = ScriptedKpis.Of(day => day >= fall ? 0.12 : Fixtures.Wave(day));
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(kpis),
            Policy = PolicyText.With("trigger.proactive: true"),
        });
        await kit.RunAsync(140);

        var (at, converged) = Assert.Single(await kit.EventsAsync<PlayConverged>());
        Assert.Equal(3, converged.Experiments.Count);
        Assert.Equal(at, (await kit.ViewAsync("onboarding")).ConvergedAt);
        Assert.Single(kit.Notifier.Notices, notice => notice.About == "converged-onboarding");
        var ticks = (await kit.EventsAsync<KpiRead>()).Select(read => read.At).Where(tick => tick > at).ToList();
        Assert.InRange(ticks.Count, 10, 25);
        Assert.All(ticks.Skip(1).Zip(ticks.Skip(2)), pair => Assert.Equal(TimeSpan.FromDays(7), pair.Second - pair.First));

        await kit.RunAsync(40);
        Assert.Single(await kit.EventsAsync<PlayReopened>());
        Assert.True((await kit.EventsAsync<ExperimentStarted>()).Count > 3);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }
}
