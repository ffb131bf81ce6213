namespace Optimizer.Domain.Plays;

/// <summary>
/// A repeatable growth motion with a goal KPI, as its definition says (play-definition schema, apiVersion 1). Every optional
/// field holds the schema's default when the definition is silent.
/// </summary>
public sealed record Play
{
    /// <summary>Lower case letters, digits and hyphens; names the play for ever.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public string? Stage { get; init; }

    public string? Motion { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    public int HorizonMonths { get; init; } = 6;

    public Cycle? Cycle { get; init; }

    public Segments? Segments { get; init; }

    /// <summary>At least one, at least one of them primary; keys all different.</summary>
    public required IReadOnlyList<PlayKpi> Kpis { get; init; }

    public required MonitorPlan Monitor { get; init; }

    /// <summary>What the play may change; may be empty, and then nothing can be tried.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    public required ExperimentPlan Experiment { get; init; }

    public required PlayLimits Limits { get; init; }

    public IReadOnlyList<ApprovalNeed> Approvals { get; init; } = [];

    public IReadOnlyList<GuardrailRule> Guardrails { get; init; } = [];

    public required ConvergencePlan Convergence { get; init; }

    public required ReportPlan Report { get; init; }

    /// <summary>Tool cost in USD a month, lowest and highest; null when not known.</summary>
    public CostRange? MonthlyUsd { get; init; }

    public IEnumerable<PlayKpi> Primary => Kpis.Where(kpi => kpi.Role == KpiRole.Primary);
}
