using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Scenes;

public class DiagnosisTests
{
    [Fact]
    [Trait("Req", "S0-023")]
    [Trait("Req", "S0-024")]
    [Trait("Req", "S0-029")]
    public async Task Anomaly_IsDiagnosedInItsTickAndNoted()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop) });
        await kit.RunAsync(1);

        var trail = await kit.TrailAsync();
        var found = trail.First(record => record.Entry.Event is AnomalyFound);
        var proposed = trail.First(record => record.Entry.Event is HypothesesProposed);
        var hypotheses = (HypothesesProposed)proposed.Entry.Event;
        Assert.Equal((found.Entry.Cause, found.Entry.At), (proposed.Entry.Cause, proposed.Entry.At));
        Assert.Equal(["targeting: the play changes nothing of it", "channel mix: the play changes nothing of it"], hypotheses.ContextGaps);
        var note = Assert.Single(kit.Campaign.Notes, each => each.Title == "Hypotheses");
        Assert.All(hypotheses.Hypotheses, each => Assert.Contains(each.Change, note.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "S0-032")]
    [Trait("Req", "S0-033")]
    [Trait("Req", "S0-034")]
    [Trait("Req", "S0-037")]
    public async Task Experiment_IsOfTheFirst_CardBeforeExposure_FlagOffBeforeOn()
    {
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop) });
        await kit.RunAsync(2);

        var trail = await kit.TrailAsync();
        var proposed = trail.Select(record => record.Entry.Event).OfType<HypothesesProposed>().First();
        var accepted = Assert.Single(trail, record => record.Entry.Event is HypothesisAccepted);
        var started = Assert.Single(trail, record => record.Entry.Event is ExperimentStarted);
        var card = (ExperimentStarted)started.Entry.Event;
        var effects = trail.Where(record => record.Entry.Event is EffectIntended).ToList();
        var made = Payload(effects[0]);
        Assert.Equal("loop", accepted.Entry.Actor);
        Assert.Equal(proposed.Hypotheses[0].Id, card.Hypothesis.Id);
        Assert.Equal(2, (await kit.ViewAsync("onboarding")).Backlog);
        Assert.True(started.Sequence < effects[0].Sequence);
        Assert.True(card.ExpectedDays > 0 && card.SuccessCriteria.Length > 0 && card.Start > default(DateTimeOffset));
        Assert.False(made.Enabled);
        Assert.Equal(("\"as before\"", card.Hypothesis.Setting.Json), (made.Settings[0].Json, made.Settings[1].Json));
        Assert.True((await kit.Market.Flags.FindAsync(started.Entry.Experiment!, default))!.Enabled);
    }

    [Fact]
    [Trait("Req", "S0-004")]
    public async Task Diagnosis_WithoutUsableHypotheses_SaysSoAndThePlayGoesOn()
    {
        var strategist = new ScriptedStrategist(answer => answer with { Hypotheses = [] });
        var market = Fixtures.Market(Fixtures.Drop, 0, strategist);
        await using var kit = await LoopKit.OpenAsync(new() { Change = world => market(world) with { FallbackStrategist = null } });
        await kit.RunAsync(3);

        var failed = Assert.Single(await kit.EventsAsync<DiagnosisFailed>());
        Assert.NotEmpty(failed.Event.Why);
        Assert.Empty(await kit.EventsAsync<ExperimentStarted>());
        Assert.Equal(PlayStatus.Monitoring, (await kit.ViewAsync("onboarding")).Status);
        Assert.Equal(2, strategist.Asked);
    }

    private static FlagState Payload(AuditRecord effect) =>
        new Payload(System.Text.Encoding.UTF8.GetBytes(((EffectIntended)effect.Entry.Event).After)).Read<FlagState>();
}
