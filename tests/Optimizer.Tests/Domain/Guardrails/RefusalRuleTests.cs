using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Guardrails;

public class RefusalRuleTests
{
    private static readonly DateTimeOffset Now = Case.Now;

    [Theory]
    [InlineData(ActionKind.StartExperiment)]
    [InlineData(ActionKind.AdoptVariant)]
    [InlineData(ActionKind.RestoreControl)]
    [InlineData(ActionKind.ThrottleVariant)]
    [InlineData(ActionKind.RaiseAutonomy)]
    [InlineData(ActionKind.WidenPolicy)]
    public void Freeze_AnyAction_IsDeniedFirst(ActionKind kind)
    {
        var history = Case.OfPlay(Case.Past("e1", Now.AddDays(-1))) with { IsFrozen = true };

        Assert.All(
            new[] { Case.Rule(Case.Of(kind), history), Case.Rule(Case.Of(kind), policy: Case.Policy with { IsFrozen = true }) },
            ruling => Assert.Equal((RulingKind.Deny, "frozen"), (ruling.Kind, ruling.Code)));
    }

    [Fact]
    public void Freeze_WayOut_SaysThatTheVariantStays() => Assert.Contains(
        "stays as it is", Case.Rule(Case.Of(ActionKind.RestoreControl), ActionHistory.Empty with { IsFrozen = true }).Reasons[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(ActionKind.RestoreControl, Autonomy.Shadow)]
    [InlineData(ActionKind.RestoreControl, Autonomy.Advisory)]
    [InlineData(ActionKind.RestoreControl, Autonomy.Semi)]
    [InlineData(ActionKind.ThrottleVariant, Autonomy.Shadow)]
    [InlineData(ActionKind.ThrottleVariant, Autonomy.Semi)]
    public void WayOut_AnyAutonomyAndEveryCapReached_IsAllowed(ActionKind kind, Autonomy autonomy)
    {
        var action = Case.Of(kind) with
        {
            Class = ChangeClass.Pricing,
            IsImplementable = false,
            IsTracked = false,
            BaselineDays = 0,
            BudgetChange = 9,
            IsAutonomousVariable = false,
        };

        Assert.Equal("allowed", Case.Rule(action, Case.OfPlay(Case.Past("e1", Now)), autonomy).Code);
    }

    [Fact]
    [Trait("Req", "S0-035")]
    public void Implementable_NoChannel_IsDenied() =>
        Assert.Equal("not_implementable", Case.Rule(Case.Start with { IsImplementable = false }).Code);

    [Fact]
    [Trait("Req", "S0-063")]
    public void Tracking_KpiNotTracked_IsDeniedWithTheFault()
    {
        var ruling = Case.Rule(Case.Start with { IsTracked = false, TrackingFault = "no signup event in 7 days" });

        Assert.Equal((RulingKind.Deny, "untracked_kpi"), (ruling.Kind, ruling.Code));
        Assert.Contains("no signup event in 7 days", ruling.Reasons[0], StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "S0-009")]
    [InlineData(27, "insufficient_baseline", 1)]
    [InlineData(0, "insufficient_baseline", 28)]
    [InlineData(28, "allowed", 0)]
    public void Baseline_DaysMissing_AreInTheReasonAndTheTime(int days, string code, int missing)
    {
        var ruling = Case.Rule(Case.Start with { BaselineDays = days });

        Assert.Equal(code, ruling.Code);
        Assert.Equal(missing == 0 ? null : Now.AddDays(missing), ruling.RetryAt);
        Assert.Equal(missing > 0, ruling.Reasons[0].Contains($"days_missing={missing}", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Req", "S0-062")]
    [InlineData(3, "allowed")]
    [InlineData(4, "strategic_review")]
    public void StrategicReview_AllOfTheLastReverted_IsDenied(int reverts, string code) =>
        Assert.Equal(code, Case.Rule(Case.Start, Reverts(reverts)).Code);

    [Fact]
    [Trait("Req", "S0-062")]
    public void StrategicReview_AfterThePersonsAnswer_CountsAnew()
    {
        var history = Reverts(4);
        var answered = history with { ReviewedAt = history.OfPlay[^1].EndedAt };

        Assert.Equal("allowed", Case.Rule(Case.Start, answered).Code);
        Assert.Equal("strategic_review", Case.Rule(Case.Start, history with
        {
            ReviewedAt = history.OfPlay[^1].EndedAt!.Value.AddTicks(-1),
            OfPlay =
            [.. history.OfPlay, .. Reverts(4).OfPlay.Select(past => past with { Id = past.Id + "b", EndedAt = Now.AddDays(-8) })]
        }).Code);
    }

    [Theory]
    [Trait("Req", "C30")]
    [InlineData(DecisionKind.Iterate, false, "allowed")]
    [InlineData(DecisionKind.Iterate, true, "strategic_review")]
    [InlineData(DecisionKind.AdoptProven, true, "allowed")]
    [InlineData(DecisionKind.Halt, true, "allowed")]
    public void StrategicReview_WhatCountsAsAFailure_IsPolicys(DecisionKind end, bool notAdopted, string code)
    {
        var history = Reverts(4);
        var changed = history with { OfPlay = [.. history.OfPlay.Select((past, i) => i == 1 ? past with { End = end } : past)] };

        Assert.Equal(code, Case.Rule(Case.Start, changed, policy: Case.Policy with { NotAdoptedIsFailure = notAdopted }).Code);
    }

    [Theory]
    [Trait("Req", "S0-060")]
    [Trait("Req", "C29")]
    [InlineData(-1, "cooldown")]
    [InlineData(0, "allowed")]
    public void Cooldown_SameVariable_EndsAfterSevenDays(int secondsAfter, string code)
    {
        var ruling = Case.Rule(Case.Start, Case.OfPlay(Case.Reverted(Now.AddDays(-7).AddSeconds(-secondsAfter), variable: "Subject_Line")));

        Assert.Equal(code, ruling.Code);
        Assert.Equal(code == "cooldown" ? Now.AddSeconds(-secondsAfter) : null, ruling.RetryAt);
    }

    [Fact]
    [Trait("Req", "S0-060")]
    public void Cooldown_AnHourBeforeItsEnd_IsDenied() =>
        Assert.Equal("cooldown", Case.Rule(Case.Start, Case.OfPlay(Case.Reverted(Now.AddDays(-7).AddHours(1), variable: "subject_line"))).Code);

    [Fact]
    [Trait("Req", "S0-060")]
    public void Cooldown_OtherVariable_IsAllowed() =>
        Assert.Equal("allowed", Case.Rule(Case.Start, Case.OfPlay(Case.Reverted(Now.AddHours(-1), variable: "send_time"))).Code);

    [Fact]
    [Trait("Req", "S0-042")]
    [Trait("Req", "C29")]
    public void Cooldown_Iterate_HasNone() => Assert.Equal("allowed", Case.Rule(
        Case.Start, Case.OfPlay(Case.Past("e1", Now.AddDays(-2), Now.AddDays(-1), DecisionKind.Iterate, variable: "subject_line"))).Code);

    [Fact]
    [Trait("Req", "C29")]
    public void Fingerprint_RevertedSixtyDaysAgo_IsBlockedForGood()
    {
        var history = Case.OfPlay(Case.Reverted(Now.AddDays(-60), variable: "subject_line", fingerprint: "f-new"));
        var ruling = Case.Rule(Case.Start, history);

        Assert.Equal((RulingKind.Deny, "blocked_fingerprint"), (ruling.Kind, ruling.Code));
        Assert.Null(ruling.RetryAt);
        Assert.Equal("allowed", Case.Rule(Case.Start with { IsHumanOverride = true }, history).Code);
        Assert.Equal("allowed", Case.Rule(Case.Start with { Fingerprint = "f-other" }, history).Code);
    }

    [Theory]
    [InlineData(DecisionKind.Iterate, false, "allowed")]
    [InlineData(DecisionKind.Iterate, true, "blocked_fingerprint")]
    [InlineData(DecisionKind.Halt, true, "allowed")]
    public void Fingerprint_TriedAndNotAdopted_IsBlockedWhereThatIsAFailure(DecisionKind end, bool notAdopted, string code) => Assert.Equal(code, Case.Rule(
        Case.Start, Case.OfPlay(Case.Past("e1", Now.AddDays(-60), Now.AddDays(-50), end, fingerprint: "f-new")),
        policy: Case.Policy with { NotAdoptedIsFailure = notAdopted }).Code);

    [Fact]
    public void Rule_SeveralDeny_NamesAllWithTheDecisiveFirst()
    {
        var ruling = Case.Rule(Case.Start with { BaselineDays = 1, IsTracked = false }, Case.OfPlay(Case.Past("e1", Now.AddDays(-1))), Autonomy.Shadow);

        Assert.Equal("untracked_kpi", ruling.Code);
        Assert.Equal(4, ruling.Reasons.Count);
        Assert.Contains("shadow", ruling.Reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S1-175")]
    public void Rule_UnknownVerb_IsDenied() => Assert.Equal("unknown_action", Case.Rule(Case.Of((ActionKind)99)).Code);

    // A week apart and the last well over a week ago, so that only this rule can have a say.
    private static ActionHistory Reverts(int count) => Case.OfPlay(
        [.. Enumerable.Range(0, count).Select(i => Case.Reverted(Now.AddDays(-60 + (10 * i)), $"e{i}", $"v{i}", $"f{i}"))]);
}
