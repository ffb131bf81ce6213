using System.Text.Json;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;

namespace Optimizer.Cockpit.Api.Proposals;

/// <summary>A hypothesis that somebody puts forward.</summary>
/// <param name="Variable">Key of the one variable it changes.</param>
/// <param name="Setting">What the variable is set to in the variant: any JSON value.</param>
/// <param name="Change">What is changed, in words; at most 500 characters.</param>
/// <param name="ExpectedImpact">Relative change of the primary KPI in the good direction, above 0: 0.08 is 8 %.</param>
/// <param name="Class">Kind of change: copy, experience, cadence, audience, channel, budget, pricing, legal or strategy.</param>
/// <param name="Risk">low, medium or high; high when left out, and for programs always.</param>
/// <param name="Segment">Whom it concerns; everybody when left out.</param>
/// <param name="BudgetChange">Relative change of a budget, 0.25 is +25 %; left out when it touches none.</param>
/// <param name="TrafficShare">Share of the traffic it concerns, in [0, 1].</param>
internal sealed record HypothesisBody(
    string Variable, JsonElement Setting, string Change, double ExpectedImpact, ChangeClass Class, RiskLevel Risk = RiskLevel.High, string? Segment = null,
    double? BudgetChange = null, double TrafficShare = 1)
{
    public ProposedHypothesis Read() => new()
    {
        BudgetChange = BudgetChange,
        Change = Change,
        Class = Class,
        ExpectedImpact = ExpectedImpact,
        Risk = Risk,
        Segment = Segment,
        Setting = Setting.GetRawText(),
        TrafficShare = TrafficShare,
        Variable = Variable,
    };
}
