namespace Optimizer.Domain.Plays;

/// <summary>How a play's experiments are run.</summary>
public sealed record ExperimentPlan
{
    public AssignmentKind Assignment { get; init; } = AssignmentKind.Randomized;

    /// <summary>What is assigned: user, prospect, deal.</summary>
    public string Unit { get; init; } = "user";

    public Span MinDuration { get; init; } = new(7, SpanUnit.Day);

    /// <summary>Null when the play sets no end of its own.</summary>
    public Span? MaxDuration { get; init; }

    public int MinSamplesPerVariant { get; init; } = 100;

    /// <summary>Least gain to adopt, in <see cref="LiftUnit"/>; 10 is 10 % or 10 points.</summary>
    public double MinLift { get; init; } = 10;

    /// <summary>percent or pp.</summary>
    public string LiftUnit { get; init; } = "percent";

    /// <summary>In [0, 1].</summary>
    public double MinConfidence { get; init; } = 0.9;

    /// <summary>Largest relative harm to a secondary KPI, in percent (S0x-004).</summary>
    public double MaxSecondaryDegradationPercent { get; init; } = 5;

    public IReadOnlyList<GuardrailRule> RevertWhen { get; init; } = [];
}
