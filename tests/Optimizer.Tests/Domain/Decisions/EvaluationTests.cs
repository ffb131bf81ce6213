using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using Optimizer.Tests.Domain.Experiments;

namespace Optimizer.Tests.Domain.Decisions;

public class EvaluationTests
{
    private static readonly string[] Names = ["A", "B"];
    private static readonly ExperimentDay<Proportion> Same = Days.Of((1000, 100), (1000, 100));

    [Fact]
    [Trait("Req", "C04")]
    public void Of_FivePercentDownOnOneDay_StopsAtTheEndOfThatDay()
    {
        var rules = new DecisionRules { Stated = new() { Drop5Over24Hours = StatedRules.Literal.Drop5Over24Hours } };

        Assert.Equal((4, DecisionKind.Revert), First([Same, Same, Days.Of((1000, 100), (1000, 95)), Days.Of((1000, 100), (1000, 94)), Same], rules));
    }

    [Fact]
    [Trait("Req", "C04")]
    public void Of_ThirtyPercentDownInAll_StopsAtTheFirstLookThatShowsIt()
    {
        var rules = new DecisionRules { Stated = new() { Drop30 = StatedRules.Literal.Drop30 } };

        Assert.Equal((3, DecisionKind.Revert), First([Days.Of((100, 10), (100, 7)), Days.Of((100, 10), (100, 7)), Days.Of((100, 10), (100, 6)), Same], rules));
    }

    [Fact]
    public void Of_TotalBreakage_RevertsWithinTwoDays()
    {
        var evaluation = Evaluation.Of(Names, [.. Enumerable.Repeat(Days.Of((150, 8), (150, 0)), 5)], dated: true, new());

        Assert.Equal((2, DecisionKind.Revert), (evaluation.FirstDay, evaluation.First!.Kind));
        Assert.Equal(DecisionKind.Revert, evaluation.Decision.Kind);
    }

    [Fact]
    public void Of_NobodyEverConverts_RunsToItsEnd()
    {
        var evaluation = Evaluation.Of(Names, [.. Enumerable.Repeat(Days.Of((150, 0), (150, 0)), 14)], dated: true, new());

        Assert.Equal((14, DecisionKind.Iterate), (evaluation.FirstDay, evaluation.First!.Kind));
    }

    [Fact]
    public void Of_WithoutDates_JudgesTheWhole()
    {
        var evaluation = Evaluation.Of(Names, [Days.Of((5000, 500), (5000, 650))], dated: false, new());

        Assert.Equal((DecisionKind.AdoptProven, null, null), (evaluation.Decision.Kind, evaluation.FirstDay, evaluation.First));
        Assert.Equal(("A", 5000, 0.1, 1), (evaluation.Control, evaluation.ControlUnits, evaluation.ControlMean, evaluation.Days));
        Assert.Equal("B", Assert.Single(evaluation.Variants).Name);
    }

    [Fact]
    public void Of_CostsThatFall_AreAdopted()
    {
        ExperimentDay<Proportion>[] days = [Days.Of((5000, 650), (5000, 500))];

        Assert.Equal(DecisionKind.AdoptProven, Evaluation.Of(Names, days, false, new(), lowerIsBetter: true).Decision.Kind);
        Assert.Equal(DecisionKind.Revert, Evaluation.Of(Names, days, false, new()).Decision.Kind);
    }

    [Fact]
    public void OfMeans_HigherMean_IsAdoptedAndShown()
    {
        ExperimentDay<Moments> day = new([0.5, 0.5], [Moments.FromMean(500, 100, 900), Moments.FromMean(500, 108, 900)]);

        var evaluation = Evaluation.OfMeans(Names, [.. Enumerable.Repeat(day, 10)], dated: true, new());

        Assert.Equal((7, DecisionKind.AdoptProven), (evaluation.FirstDay, evaluation.First!.Kind));
        Assert.InRange(evaluation.Variants[0].LiftInterval!.Value.Lower, 0.01, 0.08);
    }

    [Fact]
    public void Of_NoDay_IsRefused() => Assert.Throws<InvalidOperationException>(() => Evaluation.Of(Names, [], true, new()));

    private static (int?, DecisionKind?) First(ExperimentDay<Proportion>[] days, DecisionRules rules) =>
        Evaluation.Of(Names, days, true, rules) is var evaluation ? (evaluation.FirstDay, evaluation.First?.Kind) : default;
}
