using Optimizer.Domain.Approvals;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Guardrails;

public class AskRuleTests
{
    [Theory]
    [Trait("Req", "S0-057")]
    [Trait("Req", "C15")]
    [Trait("Req", "C32")]
    [InlineData(0.20, 0, RulingKind.Allow)]
    [InlineData(0.2001, 0, RulingKind.Ask)]
    [InlineData(-0.20, 0, RulingKind.Allow)]
    [InlineData(-0.2001, 0, RulingKind.Ask)]
    [InlineData(-0.9, 0, RulingKind.Ask)]
    [InlineData(0.50, 0, RulingKind.Ask)]
    [InlineData(0.5001, 0, RulingKind.Deny)]
    [InlineData(0.1, 0.1, RulingKind.Allow)]
    [InlineData(0.1, 0.1001, RulingKind.Ask)]
    [InlineData(0.1, 0.4001, RulingKind.Deny)]
    [InlineData(0.25, -0.25, RulingKind.Ask)]
    [InlineData(double.NaN, 0, RulingKind.Deny)]
    public void Budget_Change_AsksAboveTwentyAndDeniesAboveFifty(double change, double lastDay, RulingKind kind)
    {
        var ruling = Case.Rule(Case.Start with { Class = ChangeClass.Budget, BudgetChange = change, BudgetChangeLastDay = lastDay });

        Assert.Equal(kind, ruling.Kind);
        Assert.Equal(kind == RulingKind.Ask ? Seat.Manager : null, ruling.Seat);
    }

    [Theory]
    [Trait("Req", "S0-058")]
    [Trait("Req", "C22")]
    [InlineData(ChangeClass.Audience, 0.5, "allowed")]
    [InlineData(ChangeClass.Audience, 0.501, "traffic_share")]
    [InlineData(ChangeClass.Audience, double.NaN, "traffic_share")]
    [InlineData(ChangeClass.Copy, 1, "allowed")]
    public void Traffic_OfAnAudienceChange_AsksAboveHalf(ChangeClass change, double share, string code) =>
        Assert.Equal(code, Case.Rule(Case.Start with { Class = change, TrafficShare = share }).Code);

    [Theory]
    [Trait("Req", "S1-163")]
    [InlineData(ActionKind.PausePlay, ChangeClass.Copy, "proposed_order", Seat.Manager)]
    [InlineData(ActionKind.ResumePlay, ChangeClass.Copy, "proposed_order", Seat.Manager)]
    [InlineData(ActionKind.StopPlay, ChangeClass.Copy, "proposed_order", Seat.Manager)]
    [InlineData(ActionKind.TryHypothesis, ChangeClass.Copy, "proposed_order", Seat.Manager)]
    [InlineData(ActionKind.TryHypothesis, ChangeClass.Pricing, "protected_class", Seat.Ceo)]
    [InlineData(ActionKind.ChangePolicy, ChangeClass.Strategy, "policy_sign_off", Seat.Ceo)]
    public void Proposed_Orders_AskWhateverTheAutonomy(ActionKind kind, ChangeClass change, string code, Seat seat)
    {
        foreach (var autonomy in Enum.GetValues<Autonomy>())
        {
            var ruling = PolicyRule.Rule(Case.Start with { Class = change, Kind = kind }, ActionHistory.Empty, autonomy, Case.Policy);
            Assert.Equal((RulingKind.Ask, code, seat), (ruling.Kind, ruling.Code, ruling.Seat));
            Assert.Equal("frozen", PolicyRule.Rule(Case.Start with { Kind = kind }, ActionHistory.Empty with { IsFrozen = true }, autonomy, Case.Policy).Code);
        }
    }

    [Theory]
    [Trait("Req", "S0-031")]
    [InlineData(RiskLevel.Low, "allowed")]
    [InlineData(RiskLevel.Medium, "allowed")]
    [InlineData(RiskLevel.High, "high_risk")]
    [InlineData((RiskLevel)7, "high_risk")]
    public void HighRisk_Rating_AsksAndParks(RiskLevel risk, string code)
    {
        var policy = Case.Policy with { ApprovalTimeout = TimeoutAction.Reject };
        var ruling = Case.Rule(Case.Start with { Risk = risk }, policy: policy);

        Assert.Equal(code, ruling.Code);
        Assert.Equal(code == "high_risk" ? TimeoutAction.Park : null, ruling.Terms?.OnTimeout);
    }

    [Fact]
    [Trait("Req", "S0-059")]
    [Trait("Req", "C12")]
    public void HighRisk_DirectAction_AsksToo() => Assert.Equal("high_risk", Case.Rule(Case.Adopt with { Risk = RiskLevel.High }).Code);

    [Fact]
    [Trait("Req", "C12")]
    public void HighRisk_BesideAHigherSeat_StillParks()
    {
        var ruling = Case.Rule(
            Case.Start with { Risk = RiskLevel.High, Class = ChangeClass.Copy, Variable = "headline" },
            policy: Case.Policy with { ClassSeats = new Dictionary<ChangeClass, Seat> { [ChangeClass.Copy] = Seat.Ceo }, ApprovalTimeout = TimeoutAction.Escalate });

        Assert.Equal((Seat.Ceo, TimeoutAction.Park), (ruling.Seat, ruling.Terms?.OnTimeout));
    }

    [Theory]
    [Trait("Req", "S3-030")]
    [Trait("Req", "C23")]
    [InlineData(ChangeClass.Pricing)]
    [InlineData(ChangeClass.Legal)]
    [InlineData((ChangeClass)42)]
    public void ProtectedClass_EvenWithoutASeatInPolicy_AsksTheCeo(ChangeClass change)
    {
        var policy = Case.Policy with { ClassSeats = new Dictionary<ChangeClass, Seat>() };

        Assert.All(
            new[] { Case.Rule(Case.Start with { Class = change }, policy: policy), Case.Rule(Case.Adopt with { Class = change }, policy: policy) },
            ruling => Assert.Equal((RulingKind.Ask, "protected_class", Seat.Ceo), (ruling.Kind, ruling.Code, ruling.Seat)));
    }

    [Fact]
    public void Class_LowSeatInPolicy_NeverBelowTheDefaultSeat()
    {
        var policy = Case.Policy with { ClassSeats = new Dictionary<ChangeClass, Seat> { [ChangeClass.Copy] = Seat.Engineer } };

        Assert.Equal(Seat.Manager, Case.Rule(Case.Start, policy: policy).Seat);
    }

    [Fact]
    [Trait("Req", "S0-056")]
    public void Class_SeveralAsk_HighestSeatWins()
    {
        var ruling = Case.Rule(Case.Start with { Class = ChangeClass.Strategy, Risk = RiskLevel.High, IsAutonomousVariable = false });

        Assert.Equal((RulingKind.Ask, Seat.Domain), (ruling.Kind, ruling.Seat));
        Assert.Equal(3, ruling.Reasons.Count);
    }

    [Theory]
    [InlineData(false, "subject_line", "variable_approval")]
    [InlineData(true, "Subject_Line", "variable_approval")]
    [InlineData(true, "send_time", "allowed")]
    public void Variable_NotAutonomousOrInPolicy_Asks(bool autonomous, string inPolicy, string code) => Assert.Equal(code, Case.Rule(
        Case.Start with { IsAutonomousVariable = autonomous }, policy: Case.Policy with { AskVariables = [inPolicy] }).Code);

    [Theory]
    [Trait("Req", "C07")]
    [Trait("Req", "S2-051")]
    [Trait("Req", "S2-052")]
    [InlineData(0.0999, true, false, RulingKind.Ask)]
    [InlineData(0.0999, true, true, RulingKind.Ask)]
    [InlineData(0.10, true, false, RulingKind.Ask)]
    [InlineData(0.10, true, true, RulingKind.Allow)]
    [InlineData(0.20, true, false, RulingKind.Ask)]
    [InlineData(0.20, true, true, RulingKind.Allow)]
    [InlineData(0.2001, true, false, RulingKind.Allow)]
    [InlineData(0.2001, true, true, RulingKind.Allow)]
    [InlineData(0.2001, false, true, RulingKind.Ask)]
    [InlineData(0.9, false, false, RulingKind.Ask)]
    [InlineData(double.NaN, true, true, RulingKind.Ask)]
    public void Promotion_InFull_GoesByProofSizeAndGraduation(double gain, bool proven, bool graduated, RulingKind kind) => Assert.Equal(kind, Case.Rule(
        Case.Adopt with { Gain = gain, IsProven = proven }, policy: Case.Policy with { SkipGraduation = !graduated }).Kind);

    [Theory]
    [Trait("Req", "C07")]
    [Trait("Req", "C17")]
    [InlineData(Autonomy.Shadow, RulingKind.Deny)]
    [InlineData(Autonomy.Advisory, RulingKind.Deny)]
    [InlineData(Autonomy.Semi, RulingKind.Ask)]
    [InlineData(Autonomy.Full, RulingKind.Allow)]
    public void Promotion_LargeProvenGain_DependsOnAutonomy(Autonomy autonomy, RulingKind kind)
    {
        Assert.Equal(kind, Case.Rule(Case.Adopt, autonomy: autonomy).Kind);
        Assert.Equal(kind, Case.Rule(Case.Start, autonomy: autonomy).Kind);
    }

    [Fact]
    public void Promotion_LiteralMode_TakesThePlaceOfProof() => Assert.Equal(RulingKind.Allow, Case.Rule(
        Case.Adopt with { IsProven = false }, policy: Case.Policy with { Rules = new DecisionRules { Stated = StatedRules.Literal } }).Kind);

    [Theory]
    [Trait("Req", "S1-176")]
    [InlineData(ChangeClass.Copy)]
    [InlineData(ChangeClass.Experience)]
    [InlineData(ChangeClass.Cadence)]
    [InlineData(ChangeClass.Audience)]
    [InlineData(ChangeClass.Channel)]
    [InlineData(ChangeClass.Budget)]
    [InlineData(ChangeClass.Strategy)]
    public void Semi_EveryClass_Waits(ChangeClass change) =>
        Assert.Equal(RulingKind.Ask, Case.Rule(Case.Start with { Class = change }, autonomy: Autonomy.Semi).Kind);

    [Fact]
    [Trait("Req", "C34")]
    public void Autonomy_AboveTheCeiling_CountsAsTheCeiling() =>
        Assert.Equal("autonomy_advisory", Case.Rule(Case.Start, policy: Case.Policy with { AutonomyCeiling = Autonomy.Advisory }).Code);

    [Theory]
    [Trait("Req", "C34")]
    [InlineData(Autonomy.Advisory, "autonomy_sign_off", Seat.Manager)]
    [InlineData(Autonomy.Semi, "autonomy_sign_off", Seat.Domain)]
    [InlineData(Autonomy.Full, "autonomy_ceiling", null)]
    public void SignOff_RaisingAutonomy_AsksTheRightSeat(Autonomy level, string code, Seat? seat)
    {
        var ruling = Case.Rule(Case.Of(ActionKind.RaiseAutonomy), autonomy: level);

        Assert.Equal((code, seat), (ruling.Code, ruling.Seat));
    }

    [Fact]
    [Trait("Req", "S3-004")]
    public void SignOff_WiderPolicy_AsksTwoPeopleAndTheCeo()
    {
        var ruling = Case.Rule(Case.Of(ActionKind.WidenPolicy));

        Assert.Equal((RulingKind.Ask, Seat.Ceo, 2), (ruling.Kind, ruling.Seat, ruling.Terms?.Quorum));
    }

    [Fact]
    public void Rule_Reasons_NameTheScopeAndLineOfTheLimit()
    {
        var value = new PolicyValue("play.max_active", "1", "site shop.example", "policy.yaml:12", []);
        var policy = Case.Policy with { Values = new Dictionary<string, PolicyValue> { [value.Key] = value } };

        Assert.Contains(
            "(play.max_active, site shop.example, policy.yaml:12)",
            Case.Rule(Case.Start, Case.OfPlay(Case.Past("e1", Case.Now)), policy: policy).Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_Allowed_SaysWhatWasLookedAt()
    {
        var ruling = Case.Rule(Case.Start);

        Assert.Equal((RulingKind.Allow, "allowed", null, null), (ruling.Kind, ruling.Code, ruling.Seat, ruling.Terms));
        Assert.Contains(ruling.Reasons, reason => reason.StartsWith("0 of 4 experiments", StringComparison.Ordinal));
    }
}
