using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Hypotheses;

/// <summary>A claim that one change of one variable moves the KPI (S0x-003).</summary>
public sealed record Hypothesis
{
    /// <summary>Unique in the install, such as onboarding-h7.</summary>
    public required string Id { get; init; }

    /// <summary>1 is tried first (S0-005).</summary>
    public required int Rank { get; init; }

    /// <summary>The one variable it changes.</summary>
    public required string Variable { get; init; }

    /// <summary>What is changed, in words that a marketer can act on.</summary>
    public required string Change { get; init; }

    /// <summary>What the variable is set to in the variant.</summary>
    public required VariableSetting Setting { get; init; }

    /// <summary>Whom it concerns; null for everybody.</summary>
    public string? Segment { get; init; }

    /// <summary>Why it should work, in words.</summary>
    public required string Rationale { get; init; }

    /// <summary>Relative change of the primary KPI in the good direction: 0.08 is 8 % (S0-028).</summary>
    public required double ExpectedImpact { get; init; }

    public required RiskLevel Risk { get; init; }

    /// <summary>What kind of change it is, for policy.</summary>
    public required ChangeClass Class { get; init; }

    /// <summary>Relative change of a budget, 0.25 is +25 %; null when it touches none.</summary>
    public double? BudgetChange { get; init; }

    /// <summary>Share of the traffic it concerns, in [0, 1].</summary>
    public double TrafficShare { get; init; } = 1;

    /// <summary>The experiment it builds on; null for a new line (S0-042).</summary>
    public string? ParentExperiment { get; init; }

    /// <summary>Same variable, change and segment: the same idea, whatever it is called (C29).</summary>
    public string Fingerprint => Hypotheses.Fingerprint.Of(Variable, Setting.Json, Segment);
}
