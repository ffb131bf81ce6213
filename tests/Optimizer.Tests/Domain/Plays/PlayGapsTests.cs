using Optimizer.Domain.Plays;
using Optimizer.Tests.Workflows.Definitions;

namespace Optimizer.Tests.Domain.Plays;

public class PlayGapsTests
{
    private static readonly Play Play = Assert.Single(Written.Read(Written.Whole).Plays).Play;

    [Fact]
    public void Of_PlayWithEverything_IsEmpty()
    {
        Assert.Empty(PlayGaps.Of(Play));
        Assert.True(PlayGaps.CanExperiment(Play));
        Assert.Equal(["plan_started", "trial_started"], PlayGaps.CoreEvents(Play));
    }

    [Fact]
    public void Of_GoalNotTracked_SaysSoFirstAndStopsExperiments()
    {
        var play = Play with { Kpis = [.. Play.Kpis.Select(kpi => kpi with { Measure = new() { Type = MeasureType.Untracked, CandidateEvents = ["paid"] } })] };

        var gaps = PlayGaps.Of(play);

        Assert.Equal("paid_rate is the goal and is not tracked: no experiment starts before it is; candidates are paid", gaps[0]);
        Assert.StartsWith("unsubscribe_rate, cost_per_trial, lift are not tracked", gaps[1], StringComparison.Ordinal);
        Assert.False(PlayGaps.CanExperiment(play));
    }

    [Fact]
    public void Of_NothingToChange_StopsExperiments()
    {
        var none = Play with { Variables = [] };
        var stuck = Play with { Variables = [new("offer", null, true, null)] };

        Assert.Equal("there are no variables: nothing can be tried", Assert.Single(PlayGaps.Of(none)));
        Assert.Equal("nobody can change offer: no actuator is named", Assert.Single(PlayGaps.Of(stuck)));
        Assert.False(PlayGaps.CanExperiment(none) || PlayGaps.CanExperiment(stuck));
    }

    [Fact]
    public void Of_GuardrailOnSomethingUnmeasured_NamesIt()
    {
        var play = Play with { Guardrails = [Play.Guardrails[0], Play.Guardrails[0] with { Metric = "bounce_rate" }] };

        Assert.StartsWith("guardrails name bounce_rate, which no KPI", Assert.Single(PlayGaps.Of(play)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CyclesOfUnknownLength_AreNamed()
    {
        var play = Play with { Cycle = null, Monitor = Play.Monitor with { Cadence = [Cadence.PerCycle] } };

        Assert.Contains("28 days are taken", Assert.Single(PlayGaps.Of(play)), StringComparison.Ordinal);
    }
}
