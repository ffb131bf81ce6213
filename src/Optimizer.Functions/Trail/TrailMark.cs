using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Trail;

/// <summary>What a small row says of a record, enough to pass over it unread: copies out of its text.</summary>
/// <param name="Sequence">Of the record.</param>
/// <param name="At">When it happened, UTC ticks.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Experiment">Null when it belongs to none.</param>
internal sealed record TrailMark(long Sequence, long At, string Kind, string Play, string? Experiment)
{
    public static TrailMark Of(long sequence, AuditEntry entry) =>
        new(sequence, entry.At.UtcTicks, AuditKinds.Of(entry.Event), entry.Play, entry.Experiment);

    /// <summary>The rows that find the record by its play, its kind, and its experiment if it has one.</summary>
    public IEnumerable<RowChange> Rows()
    {
        var (number, text) = (RowKeys.Of(Sequence), RowText.Of(this));
        yield return new(TrailKeys.Play(Play) + number, text);
        yield return new(TrailKeys.Kind(Kind) + number, text);
        if (Experiment is { } experiment)
        {
            yield return new(TrailKeys.Experiment(experiment) + number, text);
        }
    }

    public bool Holds(AuditQuery query) =>
        (query.Play is null || query.Play == Play)
        && (query.Experiment is null || query.Experiment == Experiment)
        && (query.Kinds is null || query.Kinds.Contains(Kind))
        && !(At < query.Since?.UtcTicks)
        && !(At >= query.Until?.UtcTicks);
}
