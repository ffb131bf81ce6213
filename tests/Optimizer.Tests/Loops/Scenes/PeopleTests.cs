using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;
using Optimizer.Workflows.Plays;

namespace Optimizer.Tests.Loops.Scenes;

public class PeopleTests
{
    [Fact]
    [Trait("Req", "C12")]
    [Trait("Req", "S0-030")]
    [Trait("Req", "S0-059")]
    public async Task HighRisk_WithoutAnAnswer_ChangesNothingForThirtyDays()
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0.4, ScriptedStrategist.Rating(RiskLevel.High, "risky")),
            Plays = [PlayText.Of("risky"), PlayText.Of("tame")],
        });
        await kit.RunAsync(30);

        Assert.Equal(PlayStatus.Waiting, (await kit.ViewAsync("risky")).Status);
        Assert.DoesNotContain(kit.World.Changes, change => change.Play == "risky");
        Assert.NotEmpty(await kit.EventsAsync<ApprovalReminded>("risky"));
        Assert.NotEmpty(await kit.EventsAsync<ChangeAdopted>("tame"));
        var asked = Assert.Single(await kit.EventsAsync<ApprovalAsked>("risky"));
        Assert.InRange((await kit.EventsAsync<AnomalyFound>("risky"))[0].At, asked.At.AddSeconds(-60), asked.At);

        await kit.AnswerAsync(asked.Event.Request.Id, asked.Event.Request.PayloadHash, approve: true);
        await kit.AnswerAsync(asked.Event.Request.Id, asked.Event.Request.PayloadHash, approve: true);
        await kit.RunAsync(1);
        Assert.Single(await kit.EventsAsync<ExperimentStarted>("risky"));
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    [Trait("Req", "S0-005")]
    public async Task Answer_ThatRefusesTheFirst_LeadsToTheSecond()
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0, ScriptedStrategist.Rating(RiskLevel.High, "onboarding")),
            People = request => request.Id.EndsWith("q1", StringComparison.Ordinal)
                ? [new(TimeSpan.FromHours(1), new(false, "ana@example.com", request.Seat, true, request.PayloadHash, "cli", request.AskedAt.AddHours(1), "no"))]
                : Fixtures.Yes(request),
        });
        await kit.RunAsync(2);

        Assert.Equal(2, Assert.Single(await kit.EventsAsync<ExperimentStarted>()).Event.Hypothesis.Rank);
        Assert.Equal(1, Assert.Single(await kit.EventsAsync<HypothesisRejected>()).Event.Rank);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    [Trait("Req", "S0-012")]
    [Trait("Req", "S0-026")]
    public async Task Strategist_ThatAnswersNonsense_IsAskedOnceMoreAndThenTheRules()
    {
        var strategist = new ScriptedStrategist(answer => answer with { Source = "model", Hypotheses = [.. answer.Hypotheses.Take(2)] });
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0, strategist) });
        await kit.RunAsync(1);

        Assert.Equal(2, strategist.Asked);
        var proposed = Assert.Single(await kit.EventsAsync<HypothesesProposed>()).Event;
        Assert.Equal("rules", proposed.Source);
        Assert.NotEmpty(proposed.Prompt);
    }

    [Theory]
    [InlineData("shadow")]
    [InlineData("advisory")]
    public async Task Autonomy_OfLittle_TouchesNothingAndSaysWhatItWould(string level)
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0.4),
            Policy = PolicyText.Full + "\nscopes:\n" + PolicyText.Level("onboarding", level) + "\n",
        });
        await kit.RunAsync(10);

        Assert.Equal(0, kit.World.Writes);
        Assert.NotEmpty(await kit.EventsAsync<WouldHave>());
        Assert.Empty(await kit.EventsAsync<EffectIntended>());
    }

    [Fact]
    public async Task Stop_WhileAnExperimentIsLive_RestoresControlAndLeavesNothing()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.05) });
        await kit.RunAsync(3);
        Assert.NotNull(await kit.Market.Flags.FindAsync("onboarding-1", default));
        await kit.CommandAsync("onboarding", PlayCommandKind.Stop, "stop");
        await kit.CommandAsync("onboarding", PlayCommandKind.Stop, "stop");
        await kit.RunAsync(1);

        Assert.Equal(PlayStatus.Stopped, (await kit.ViewAsync("onboarding")).Status);
        Assert.Single(await kit.EventsAsync<PlayStopped>());
        Assert.Null(await kit.Market.Flags.FindAsync("onboarding-1", default));
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Theory]
    [InlineData(0.3335)]
    [InlineData(0.34)]
    public async Task Stop_RightAfterTheStart_LeavesNothingHalf(double days)
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.05) });
        await kit.RunAsync(days);
        await kit.CommandAsync("onboarding", PlayCommandKind.Stop, "stop");
        await kit.RunAsync(2);

        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    public async Task Pause_WhileAPortIsDown_IsHeardAndResumed()
    {
        var kpis = ScriptedKpis.Of(day => day < Fixtures.Today.AddDays(-14) ? 0.2 : 0.15);
        kpis.IsDown = true;
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis, 0.05) });
        await kit.RunAsync(2);
        Assert.Contains("down", (await kit.ViewAsync("onboarding")).Problem, StringComparison.Ordinal);
        await kit.CommandAsync("onboarding", PlayCommandKind.Pause);
        await kit.RunAsync(2);
        Assert.Equal(PlayStatus.Paused, (await kit.ViewAsync("onboarding")).Status);

        kpis.IsDown = false;
        await kit.RunAsync(1);
        await kit.CommandAsync("onboarding", PlayCommandKind.Resume);
        await kit.RunAsync(8);
        Assert.NotEmpty(await kit.EventsAsync<ExperimentStarted>());
        Assert.Null((await kit.ViewAsync("onboarding")).Problem);
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    [Fact]
    public async Task Definition_WithoutTheVariableThatIsTried_SettlesTheExperimentAllTheSame()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) });
        await kit.RunAsync(2);
        var tried = Assert.Single(await kit.EventsAsync<ExperimentStarted>()).Event.Hypothesis.Variable;
        string[] others = [.. kit.Plays[0].Play.Variables.Select(variable => variable.Key).Where(key => key != tried)];
        await kit.Loop.EnrolAsync(LoopKit.Document(PlayText.Of("onboarding", variables: others)), "onboarding.yaml");
        await kit.RunAsync(20);

        Assert.NotEmpty(await kit.EventsAsync<ExperimentEnded>());
        Assert.Null(await kit.Market.Flags.FindAsync("onboarding-1", default));
        Assert.Null((await kit.ViewAsync("onboarding")).Problem);
    }

    [Fact]
    public async Task Policy_ThatDoesNotParse_ChangesNothing()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.RunAsync(2);
        await Assert.ThrowsAsync<ArgumentException>(() => kit.Loop.SetPolicyAsync("version: 1\nset: {no.such.key: 1}", "policy.yaml"));
        await kit.RunAsync(3);

        Assert.Null((await kit.ViewAsync("onboarding")).Problem);
        Assert.Empty(await kit.EventsAsync<DefinitionChanged>());
        Assert.Empty(await kit.EventsAsync<PlayParked>());
    }
}
