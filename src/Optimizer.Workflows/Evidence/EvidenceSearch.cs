using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Experiments;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Evidence;

/// <summary>Finds what people ask the trail for. Reads one play's records where an id says which play it is.</summary>
public static class EvidenceSearch
{
    private const int MostNearest = 3;

    /// <summary>The record that an id or a sequence number means; null when none does.</summary>
    public static async Task<AuditRecord?> FindAsync(IAuditTrail trail, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(id);
        if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
        {
            await foreach (var record in trail.ReadAsync(new() { AfterSequence = sequence - 1 }, cancellationToken))
            {
                return record.Sequence == sequence ? record : null;
            }

            return null;
        }

        foreach (var play in (await PlaysAsync(trail, cancellationToken)).Where(play => IsOf(id, play)).OrderByDescending(play => play.Length))
        {
            if (await BestAsync(trail, new() { Play = play, Kinds = AuditIds.Kinds.ToArray() }, id, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return await BestAsync(trail, new() { Kinds = AuditIds.Kinds.ToArray() }, id, cancellationToken);
    }

    /// <summary>The record that an id means among those of a query; null when none does.</summary>
    public static Task<AuditRecord?> FindWithinAsync(IAuditTrail trail, AuditQuery scope, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(id);
        return BestAsync(trail, scope, id, cancellationToken);
    }

    /// <summary>A record with what led to it and what followed.</summary>
    public static async Task<Explanation> ExplainAsync(IAuditTrail trail, AuditRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(record);
        return Explanation.Of(record, await trail.ReadAsync(new() { Play = record.Entry.Play }, cancellationToken).ToListAsync(cancellationToken));
    }

    /// <summary>Ids there are that come nearest to one that is not.</summary>
    public static async Task<IReadOnlyList<string>> NearestAsync(IAuditTrail trail, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = AuditIds.Kinds.ToArray() }, cancellationToken))
        {
            known.UnionWith(AuditIds.Of(record));
        }

        return [.. known.OrderBy(each => AuditIds.Distance(id, each)).ThenBy(each => each, StringComparer.Ordinal).Take(MostNearest)];
    }

    /// <summary>All experiments, of one play or of all, in the order of their starts.</summary>
    public static async Task<IReadOnlyList<ExperimentCard>> ExperimentsAsync(IAuditTrail trail, string? play, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var query = new AuditQuery { Play = play, Kinds = ["experiment.started", "experiment.ended", "change.adopted"] };
        var records = await trail.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken);
        return
        [
            .. records.Where(record => record.Entry.Experiment is not null).GroupBy(record => record.Entry.Experiment!, StringComparer.Ordinal)
                .Select(group => ExperimentCard.Of(group.Key, group)),
        ];
    }

    /// <summary>One experiment with all its records; null when the trail has none of it.</summary>
    public static async Task<ExperimentCard?> ExperimentAsync(IAuditTrail trail, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var records = await trail.ReadAsync(new() { Experiment = id }, cancellationToken).ToListAsync(cancellationToken);
        return records.Count == 0 ? null : ExperimentCard.Of(id, records);
    }

    private static async Task<AuditRecord?> BestAsync(IAuditTrail trail, AuditQuery query, string id, CancellationToken cancellationToken)
    {
        AuditRecord? best = null;
        await foreach (var record in trail.ReadAsync(query, cancellationToken))
        {
            if (AuditIds.Of(record).Contains(id) && (best is null || Weight(record) >= Weight(best)))
            {
                best = record;
            }
        }

        return best;
    }

    // Of several records with one id, the one that settles it.
    private static int Weight(AuditRecord record) => record.Entry.Event switch
    {
        ApprovalEnded or ExperimentEnded or HypothesisAccepted or HypothesisRejected => 2,
        ApprovalAnswered or EffectDone or WouldHave => 0,
        EffectFailed => 2,
        _ => 1,
    };

    private static bool IsOf(string id, string play) =>
        id.Length > play.Length && id.StartsWith(play, StringComparison.Ordinal) && id[play.Length] is ('-' or '/');

    private static async Task<IReadOnlyCollection<string>> PlaysAsync(IAuditTrail trail, CancellationToken cancellationToken)
    {
        var plays = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = ["play.enrolled"] }, cancellationToken))
        {
            plays.Add(record.Entry.Play);
        }

        return plays;
    }
}
