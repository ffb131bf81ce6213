using System.Text.Json;
using Optimizer.Domain.Audit;

namespace Optimizer.Cockpit.Api.Evidence;

/// <summary>A record of the audit trail.</summary>
/// <param name="Sequence">Place in the trail, from 1.</param>
/// <param name="At">When it happened.</param>
/// <param name="Play">The play's slug; - for what concerns all.</param>
/// <param name="Experiment">Null when it is about none.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Kind">Such as decision.made.</param>
/// <param name="Cause">What belongs together has one.</param>
/// <param name="Words">What happened, in one sentence. Holds text of others: escape it where it is shown.</param>
/// <param name="Event">All of it, by kind.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Hash">Of the record, over the one before.</param>
internal sealed record TrailRecord(
    long Sequence, DateTimeOffset At, string Play, string? Experiment, string Actor, string Kind, string Cause, string Words, JsonElement Event, string Key, string Hash)
{
    public static TrailRecord Of(AuditRecord record)
    {
        using var text = JsonDocument.Parse(record.Text);
        var entry = record.Entry;
        return new(
            record.Sequence, entry.At, entry.Play, entry.Experiment, entry.Actor, AuditKinds.Of(entry.Event), entry.Cause, AuditWords.Of(entry.Event),
            text.RootElement.GetProperty("event").Clone(), record.Key, record.Hash);
    }
}
