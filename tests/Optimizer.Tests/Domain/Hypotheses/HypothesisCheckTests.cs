using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Connectors;

namespace Optimizer.Tests.Domain.Hypotheses;

public class HypothesisCheckTests
{
    public static TheoryData<string, Func<Hypothesis, Hypothesis>> Faulty => new()
    {
        { "no variable of onboarding", hypothesis => hypothesis with { Variable = "weather", Setting = new("weather", "1") } },
        { "one hypothesis changes one variable", hypothesis => hypothesis with { Setting = new("send_time", "1") } },
        { "no JSON", hypothesis => hypothesis with { Setting = new("cta", "{") } },
        { "no JSON", hypothesis => hypothesis with { Setting = new("cta", "\"" + new string('a', 16_000) + "\"") } },
        { "expects an impact of NaN", hypothesis => hypothesis with { ExpectedImpact = double.NaN } },
        { "expects an impact of 0;", hypothesis => hypothesis with { ExpectedImpact = 0 } },
        { "expects an impact of 10.5", hypothesis => hypothesis with { ExpectedImpact = 10.5 } },
        { "share of 1.1 of the traffic", hypothesis => hypothesis with { TrafficShare = 1.1 } },
        { "changes a budget by Infinity", hypothesis => hypothesis with { BudgetChange = double.PositiveInfinity } },
        { "unknown risk", hypothesis => hypothesis with { Risk = (RiskLevel)9 } },
        { "unknown class", hypothesis => hypothesis with { Class = (ChangeClass)99 } },
        { "a change of 0 characters", hypothesis => hypothesis with { Change = "" } },
        { "a rationale of 4001 characters", hypothesis => hypothesis with { Rationale = new('a', 4001) } },
        { "ranks are 1, 1, 3", hypothesis => hypothesis with { Rank = 1 } },
        { "the id a is there 2 times", hypothesis => hypothesis with { Id = "a" } },
        { "hypotheses must differ", hypothesis => hypothesis with { Variable = "subject_line", Setting = new("subject_line", "1") } },
    };

    [Fact]
    [Trait("Req", "S0-027")]
    public void Of_ThreeSoundOnes_HasNothingToSay()
    {
        var check = HypothesisCheck.Of(SamplePlay.Of(), Three());

        Assert.True(check.IsUsable);
        Assert.Empty(check.Notes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [Trait("Req", "S0-027")]
    public void Of_AnotherNumber_IsRefused(int count)
    {
        var hypotheses = Enumerable.Range(0, count).Select(i => Sound(i + 1, "cta", $"\"{i}\"", $"h{i}")).ToList();

        Assert.Equal([$"{count} hypotheses were given; exactly 3 are needed"], HypothesisCheck.Of(SamplePlay.Of(), hypotheses).Faults);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    [Trait("Req", "S0x-003")]
    public void Of_OneThatIsFaulty_SaysWhatIsWrong(string fault, Func<Hypothesis, Hypothesis> spoil)
    {
        var hypotheses = Three();
        hypotheses[1] = spoil(hypotheses[1]);

        Assert.Contains(HypothesisCheck.Of(SamplePlay.Of(), hypotheses).Faults, said => said.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.2001, 1)]
    [InlineData(-0.3, 1)]
    [Trait("Req", "S0x-003")]
    public void Of_BudgetBeyondAFifth_IsNoted(double change, int notes)
    {
        var hypotheses = Three();
        hypotheses[2] = hypotheses[2] with { BudgetChange = change };
        var check = HypothesisCheck.Of(SamplePlay.Of(), hypotheses);

        Assert.Equal((true, notes), (check.IsUsable, check.Notes.Count));
    }

    [Fact]
    [Trait("Req", "S0-028")]
    public void Rated_MissingOrUnknown_IsHigh()
    {
        Assert.Equal(RiskLevel.High, HypothesisCheck.Rated(null));
        Assert.Equal(RiskLevel.High, HypothesisCheck.Rated((RiskLevel)9));
        Assert.Equal(RiskLevel.Low, HypothesisCheck.Rated(RiskLevel.Low));
    }

    private static Hypothesis[] Three() => [Sound(1, "subject_line", "1", "a"), Sound(2, "cta", "2", "b"), Sound(3, "email_copy", "3", "c")];

    private static Hypothesis Sound(int rank, string variable, string json, string id) => new()
    {
        Id = id,
        Rank = rank,
        Variable = variable,
        Change = "Change it.",
        Setting = new(variable, json),
        Rationale = "Because.",
        ExpectedImpact = 0.05,
        Risk = RiskLevel.Low,
        Class = ChangeClass.Copy,
    };
}
