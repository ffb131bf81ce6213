using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Workflows.Evidence;

/// <summary>A record with what led to it and what followed from it.</summary>
/// <param name="Focus">What was asked for.</param>
/// <param name="Before">What led to it, oldest first.</param>
/// <param name="After">What followed, oldest first.</param>
public sealed record Explanation(AuditRecord Focus, IReadOnlyList<AuditRecord> Before, IReadOnlyList<AuditRecord> After)
{
    /// <summary>Explains a record from the trail of its play.</summary>
    public static Explanation Of(AuditRecord focus, IEnumerable<AuditRecord> trail)
    {
        ArgumentNullException.ThrowIfNull(focus);
        var experiment = focus.Entry.Experiment;
        var all = trail.ToList();

        // The causes of an experiment are those under which it was started, also when its looks carry another.
        var causes = all.Where(record => experiment is not null && record.Entry.Experiment == experiment)
            .Select(record => record.Entry.Cause).Append(focus.Entry.Cause).ToHashSet(StringComparer.Ordinal);
        var kin = all.Where(record => record.Sequence != focus.Sequence && IsTold(record, focus)
            && (experiment is null || record.Entry.Experiment is null || record.Entry.Experiment == experiment)
            && (causes.Contains(record.Entry.Cause) || experiment is not null && record.Entry.Experiment == experiment)).ToList();
        return new(
            focus,
            [.. kin.Where(record => record.Sequence < focus.Sequence)],
            [.. kin.Where(record => record.Sequence > focus.Sequence)]);
    }

    // Looks that kept it running say nothing that the deciding one does not.
    private static bool IsTold(AuditRecord record, AuditRecord focus) => record.Entry.Event switch
    {
        KpiRead or NoticeSent or EffectDone => false,
        DecisionMade { Record.Decision: { Kind: DecisionKind.Extend, Dropped.Count: 0, Throttle.Count: 0 } } => focus.Entry.Event is EffectIntended,
        _ => true,
    };
}
