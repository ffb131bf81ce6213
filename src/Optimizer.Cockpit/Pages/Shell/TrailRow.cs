using Optimizer.Domain.Audit;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>A record of the trail in one line of a page.</summary>
/// <param name="Sequence">Place in the trail.</param>
/// <param name="At">When.</param>
/// <param name="Play">The play's slug; - for what concerns all.</param>
/// <param name="Experiment">Null when it is about none.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Kind">Such as decision.made.</param>
/// <param name="Words">One sentence; holds text of others.</param>
public sealed record TrailRow(long Sequence, DateTimeOffset At, string Play, string? Experiment, string Actor, string Kind, string Words)
{
    public static TrailRow Of(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = record.Entry;
        return new(record.Sequence, entry.At, entry.Play, entry.Experiment, entry.Actor, AuditKinds.Of(entry.Event), AuditWords.Of(entry.Event));
    }
}
