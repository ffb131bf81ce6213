using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Proposals;

/// <summary>A hypothesis as somebody puts it forward; checked as a strategist's is (<see cref="HypothesisCheck"/>).</summary>
public sealed record ProposedHypothesis
{
    /// <summary>The one variable it changes.</summary>
    public required string Variable { get; init; }

    /// <summary>What is changed, in words; at most 500 characters.</summary>
    public required string Change { get; init; }

    /// <summary>What the variable is set to in the variant, as JSON text.</summary>
    public required string Setting { get; init; }

    /// <summary>Relative change of the primary KPI in the good direction, above 0: 0.08 is 8 %.</summary>
    public required double ExpectedImpact { get; init; }

    /// <summary>What kind of change it is, for policy.</summary>
    public required ChangeClass Class { get; init; }

    /// <summary>Unrated is high. What a program says of itself is no rating.</summary>
    public RiskLevel Risk { get; init; } = RiskLevel.High;

    /// <summary>Whom it concerns; null for everybody.</summary>
    public string? Segment { get; init; }

    /// <summary>Relative change of a budget, 0.25 is +25 %; null when it touches none.</summary>
    public double? BudgetChange { get; init; }

    /// <summary>Share of the traffic it concerns, in [0, 1].</summary>
    public double TrafficShare { get; init; } = 1;

    /// <summary>The hypothesis as a play keeps it.</summary>
    /// <param name="proposal">Where it was put forward.</param>
    public Hypothesis For(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return new()
        {
            BudgetChange = BudgetChange,
            Change = Change,
            Class = Class,
            ExpectedImpact = ExpectedImpact,
            Id = $"{proposal.Play}-{proposal.Id}",
            Rank = 1,
            Rationale = proposal.Why,
            Risk = proposal.IsHuman ? HypothesisCheck.Rated(Risk) : RiskLevel.High,
            Segment = Segment,
            Setting = new VariableSetting(Variable, Setting),
            TrafficShare = TrafficShare,
            Variable = Variable,
        };
    }
}
