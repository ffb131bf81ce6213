using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Policies;

/// <summary>What the loop wants to do, with everything policy may ask about it.</summary>
public sealed record ProposedAction
{
    public required ActionKind Kind { get; init; }

    public required string Play { get; init; }

    /// <summary>When it would happen.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Experiment { get; init; }

    public string? Variable { get; init; }

    public string? Fingerprint { get; init; }

    public ChangeClass Class { get; init; }

    public RiskLevel Risk { get; init; } = RiskLevel.High;

    /// <summary>False when the definition wants every change of the variable approved.</summary>
    public bool IsAutonomousVariable { get; init; } = true;

    /// <summary>Relative change of a budget; null when it touches none.</summary>
    public double? BudgetChange { get; init; }

    /// <summary>Relative budget change already made in the 24 hours before (anti-salami, S0-057).</summary>
    public double BudgetChangeLastDay { get; init; }

    /// <summary>Share of the traffic it concerns, in [0, 1].</summary>
    public double TrafficShare { get; init; } = 1;

    /// <summary>Observed gain of the variant to adopt, a share; null before there is one.</summary>
    public double? Gain { get; init; }

    /// <summary>Whether the gain is proven by always-valid evidence.</summary>
    public bool IsProven { get; init; }

    /// <summary>Whether all primary KPIs pass the tracking check (S0-063).</summary>
    public bool IsTracked { get; init; } = true;

    /// <summary>Why not, in words; null when it is.</summary>
    public string? TrackingFault { get; init; }

    /// <summary>Days of primary KPI data at hand (S0-009).</summary>
    public int BaselineDays { get; init; }

    /// <summary>Whether a channel can apply the change (S0-035).</summary>
    public bool IsImplementable { get; init; } = true;

    /// <summary>Whether a person told the loop to do this although the same hypothesis failed before (C29).</summary>
    public bool IsHumanOverride { get; init; }
}
