using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Evidence;

/// <summary>Everything that answers "why" about one record.</summary>
/// <param name="Explanation">The record, what led to it and what followed.</param>
/// <param name="Decision">The decision on evidence that it is, or ended by; null for all else.</param>
/// <param name="Other">What the other mode of the stated rules would have made of the same evidence.</param>
public sealed record WhyReport(Explanation Explanation, DecisionRecord? Decision, OtherMode? Other)
{
    public static async Task<WhyReport> OfAsync(IAuditTrail trail, AuditRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var explanation = await EvidenceSearch.ExplainAsync(trail, record, cancellationToken);
        var decision = record.Entry.Event switch
        {
            DecisionMade made => made.Record,
            ExperimentEnded ended => explanation.Before.Select(each => each.Entry.Event).OfType<DecisionMade>().LastOrDefault(made => made.Record.Id == ended.Decision)?.Record,
            _ => null,
        };
        return new(explanation, decision, decision is { Evidence.Days.Count: > 0 } ? OtherMode.Of(decision) : null);
    }
}
