using Optimizer.Connectors.Rules;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Connectors.Rules;

public class RuleStrategistTests
{
    [Fact]
    [Trait("Req", "S0-012")]
    [Trait("Req", "S0-027")]
    [Trait("Req", "S0-028")]
    public async Task Propose_FreshPlay_GivesThreeThatPassTheCheck()
    {
        var diagnosis = Of(SamplePlay.Of());

        var answer = await new RuleStrategist().ProposeAsync(diagnosis, default);

        Assert.Equal("rules", answer.Source);
        Assert.Equal([1, 2, 3], answer.Hypotheses.Select(hypothesis => hypothesis.Rank));
        Assert.Equal(["onboarding-h7", "onboarding-h8", "onboarding-h9"], answer.Hypotheses.Select(hypothesis => hypothesis.Id));
        Assert.Equal(3, answer.Hypotheses.Select(hypothesis => hypothesis.Variable).Distinct().Count());
        Assert.True(HypothesisCheck.Of(diagnosis.Play, answer.Hypotheses).IsUsable);
        Assert.Contains("goal reads drop (-24.0 % against its baseline)", answer.Hypotheses[0].Rationale, StringComparison.Ordinal);
        Assert.Contains("Its mean of the last 14 days is 76, of the 28 before 100.", answer.Hypotheses[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_SameDiagnosis_GivesTheSameAnswer() => Assert.Equal(
        RuleStrategist.Propose(Of(SamplePlay.Of())).Hypotheses, RuleStrategist.Propose(Of(SamplePlay.Of())).Hypotheses);

    [Theory]
    [InlineData(DecisionKind.Revert)]
    [InlineData(DecisionKind.Iterate)]
    [InlineData(DecisionKind.AdoptProven)]
    [InlineData(DecisionKind.AdoptProvisional)]
    public void Propose_WhateverWasTried_IsNeverProposedAgain(DecisionKind end)
    {
        var diagnosis = Of(SamplePlay.Of(), KpiClass.Plateau);
        var seen = new HashSet<string>();
        for (var round = 0; round < 10; round++)
        {
            var hypotheses = RuleStrategist.Propose(diagnosis).Hypotheses;
            Assert.All(hypotheses, hypothesis => Assert.DoesNotContain(hypothesis.Fingerprint, seen));
            seen.Add(hypotheses[0].Fingerprint);
            diagnosis = diagnosis with { Tried = [.. diagnosis.Tried, Past(round, hypotheses[0], end, end == DecisionKind.Revert ? -0.1 : 0.05)] };
        }
    }

    [Fact]
    public void Propose_BrokenExperiment_MayBeRunAgain()
    {
        var diagnosis = Of(SamplePlay.Of(), KpiClass.Plateau);
        var first = RuleStrategist.Propose(diagnosis).Hypotheses[0];

        var again = RuleStrategist.Propose(diagnosis with { Tried = [Past(1, first, DecisionKind.Halt, null)] }).Hypotheses;

        Assert.Contains(first.Fingerprint, again.Select(hypothesis => hypothesis.Fingerprint));
    }

    [Fact]
    [Trait("Req", "S0-042")]
    public void Propose_AfterAnIteration_BuildsOnItsParent()
    {
        var diagnosis = Of(SamplePlay.Of(), KpiClass.Plateau);
        var first = RuleStrategist.Propose(diagnosis).Hypotheses[0];

        var next = RuleStrategist.Propose(diagnosis with { Tried = [Past(1, first, DecisionKind.Iterate, 0.06)] }).Hypotheses;

        Assert.Equal(("onboarding-1", first.Variable), (next[0].ParentExperiment, next[0].Variable));
        Assert.Contains("Builds on experiment onboarding-1", next[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_SpikeAfterAnAdoption_ExtendsIt()
    {
        var diagnosis = Of(SamplePlay.Of(), KpiClass.Spike);
        var first = RuleStrategist.Propose(diagnosis).Hypotheses[1];

        var next = RuleStrategist.Propose(diagnosis with { Tried = [Past(1, first, DecisionKind.AdoptProven, 0.2)] }).Hypotheses[0];

        Assert.Equal((first.Variable, "onboarding-1"), (next.Variable, next.ParentExperiment));
        Assert.True(next.ExpectedImpact > MoveCatalogue.For(first.Variable).Max(move => move.Impact));
    }

    [Fact]
    public void Propose_DropAfterAnAdoption_PutsItBackFirst()
    {
        var play = SamplePlay.Of();
        play = play with { Variables = [.. play.Variables.Select(variable => variable with { Current = """{"move":"old"}""" })] };
        var diagnosis = Of(play);
        var first = RuleStrategist.Propose(diagnosis).Hypotheses[0];

        var next = RuleStrategist.Propose(diagnosis with
        {
            Tried = [Past(1, first, DecisionKind.AdoptProvisional, 0.1)],
            Settings = [first.Setting],
        }).Hypotheses[0];

        Assert.Equal(new VariableSetting(first.Variable, """{"move":"old"}"""), next.Setting);
        Assert.Equal("onboarding-1", next.ParentExperiment);
    }

    [Fact]
    public void Propose_ClosedVariable_IsLeftOut()
    {
        var answer = RuleStrategist.Propose(Of(SamplePlay.Of()) with { Closed = ["subject_line", "cta"] });

        Assert.Equal(3, answer.Hypotheses.Count);
        Assert.All(answer.Hypotheses, hypothesis => Assert.DoesNotContain(hypothesis.Variable, new[] { "subject_line", "cta" }));
    }

    [Fact]
    public void Propose_VariableThatKeepsFailing_FallsBehindTheOthers()
    {
        var diagnosis = Of(SamplePlay.Of(variables: ["subject_line", "email_copy"]), KpiClass.Normal);
        var favourite = RuleStrategist.Propose(diagnosis).Hypotheses[0].Variable;
        var failed = MoveCatalogue.For(favourite).Take(3).Select((move, i) => Past(i, Guess(favourite, move), DecisionKind.Revert, -0.1));

        Assert.NotEqual(favourite, RuleStrategist.Propose(diagnosis with { Tried = [.. failed] }).Hypotheses[0].Variable);
    }

    [Fact]
    public void Propose_VariableWithoutActuator_ComesAfterAllThatCanBeDone()
    {
        var play = SamplePlay.Of(variables: ["send_time", "form_fields"]);
        play = play with { Variables = [play.Variables[0], play.Variables[1] with { Actuator = null }] };

        Assert.All(RuleStrategist.Propose(Of(play)).Hypotheses, hypothesis => Assert.Equal("send_time", hypothesis.Variable));
        Assert.Equal(3, RuleStrategist.Propose(Of(play) with { Closed = ["send_time"] }).Hypotheses.Count);
    }

    [Fact]
    public void Propose_EverythingTried_GivesWhatIsLeft()
    {
        var play = SamplePlay.Of(variables: ["frequency_cap"]);
        var tried = MoveCatalogue.For("frequency_cap").Skip(1).Select((move, i) => Past(i, Guess("frequency_cap", move), DecisionKind.Revert, -0.1)).ToList();

        Assert.Single(RuleStrategist.Propose(Of(play) with { Tried = tried }).Hypotheses);
        Assert.Empty(RuleStrategist.Propose(Of(SamplePlay.Of()) with { Closed = ["subject_line", "email_copy", "cta", "send_time"] }).Hypotheses);
    }

    [Fact]
    public void Propose_PricesBesideWords_AreRarelyFirst()
    {
        var answer = RuleStrategist.Propose(Of(SamplePlay.Of(variables: ["pricing_discount", "subject_line", "cta", "headline"])));

        Assert.NotEqual(RiskLevel.High, answer.Hypotheses[0].Risk);
        Assert.DoesNotContain(answer.Hypotheses, hypothesis => hypothesis.Class == ChangeClass.Pricing);
    }

    [Fact]
    public void Prompt_HoldsEverythingThatWasLookedAt()
    {
        var diagnosis = Of(SamplePlay.Of()) with { ContextGaps = ["targeting"], Closed = ["cta"] };
        var prompt = RuleStrategist.Propose(diagnosis).Prompt;

        foreach (var fact in new[] { "play onboarding", "anomaly a-1", "class Drop", "change -0.24", "variable send_time actuator simulated", "closed cta", "gaps targeting", "first 7" })
        {
            Assert.Contains(fact, prompt, StringComparison.Ordinal);
        }
    }

    private static Diagnosis Of(Play play, KpiClass kind = KpiClass.Drop) => new()
    {
        Play = play,
        Anomaly = "a-1",
        Kpi = play.Kpis[0],
        Class = kind,
        Change = -0.24,
        History = [.. Enumerable.Range(-56, 56).Select(day => new KpiPoint(SamplePlay.Day(day), day < -14 ? 100 : 76))],
        Settings = [],
        Tried = [],
        Closed = [],
        ContextGaps = [],
        FirstNumber = 7,
    };

    private static TriedHypothesis Past(int number, Hypothesis hypothesis, DecisionKind end, double? gain) =>
        new($"onboarding-{number}", hypothesis, end, gain, SamplePlay.Start.AddDays(-10));

    private static Hypothesis Guess(string variable, Move move) => new()
    {
        Id = move.Name,
        Rank = 1,
        Variable = variable,
        Change = move.Change,
        Setting = move.Setting(variable),
        Rationale = "-",
        ExpectedImpact = move.Impact,
        Risk = move.Risk,
        Class = move.Class,
    };
}
