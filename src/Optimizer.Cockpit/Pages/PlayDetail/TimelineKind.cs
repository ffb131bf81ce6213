namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Part of what happens to a play, as the filter of its timeline offers it.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Kinds">As records have them.</param>
public sealed record TimelineKind(string Key, string Name, IReadOnlyList<string> Kinds)
{
    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<TimelineKind> All { get; } =
    [
        new("experiments", "Experiments and decisions", ["change.adopted", "decision.made", "experiment.ended", "experiment.extended", "experiment.started", "safety.tripped"]),
        new("approvals", "Approvals and policy", ["approval.answered", "approval.asked", "approval.ended", "approval.reminded", "autonomy.changed", "ruling.given"]),
        new("hypotheses", "Anomalies and hypotheses", ["anomaly.found", "diagnosis.failed", "guardrail.broken", "hypotheses.proposed", "hypothesis.accepted", "hypothesis.rejected", "would.have"]),
        new("changes", "What was changed outside", ["effect.done", "effect.failed", "effect.intended"]),
        new("orders", "Orders and states", ["order.given", "play.converged", "play.definition", "play.enrolled", "play.parked", "play.paused", "play.recovered", "play.reopened", "play.resumed", "play.stopped"]),
        new("readings", "KPI readings", ["anomaly.found", "kpi.read", "tick.missed", "tracking.missing"]),
    ];

    public static TimelineKind? Of(string key) => All.FirstOrDefault(kind => kind.Key == key);
}
