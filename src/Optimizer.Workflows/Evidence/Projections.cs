using Optimizer.Domain.Audit;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Playbook;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Evidence;

/// <summary>
/// The pages made from the audit trail: cards/&lt;experiment&gt;.md, plays/&lt;slug&gt;.md and playbook.md. Nothing else goes into them, so
/// that the same trail gives the same bytes whenever they are made (C26).
/// </summary>
public static class Projections
{
    /// <summary>Makes all pages anew; says how many.</summary>
    public static async Task<int> RebuildAsync(IAuditTrail trail, IArtifactStore artifacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(artifacts);
        var pages = 1;
        var chapters = new List<PlayChapter>();
        foreach (var play in await PlaysAsync(trail, cancellationToken))
        {
            var records = await trail.ReadAsync(new() { Play = play }, cancellationToken).ToListAsync(cancellationToken);
            pages += await WriteAsync(artifacts, play, records, cancellationToken);
            chapters.Add(PlayChapter.Of(play, records));
        }

        await artifacts.WriteAsync(PlaybookPage.Path, PlaybookPage.Write(chapters), cancellationToken);
        return pages;
    }

    /// <summary>Makes the pages of one play anew: its log and its cards. The playbook is left as it is.</summary>
    public static async Task RebuildPlayAsync(IAuditTrail trail, IArtifactStore artifacts, string play, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(artifacts);
        var records = await trail.ReadAsync(new() { Play = play }, cancellationToken).ToListAsync(cancellationToken);
        await WriteAsync(artifacts, play, records, cancellationToken);
    }

    /// <summary>Makes one card anew, as after its experiment ended.</summary>
    public static async Task RebuildCardAsync(IAuditTrail trail, IArtifactStore artifacts, string experiment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(artifacts);
        var records = await trail.ReadAsync(new() { Experiment = experiment }, cancellationToken).ToListAsync(cancellationToken);
        await artifacts.WriteAsync(CardPage.PathOf(experiment), CardPage.Write(ExperimentCard.Of(experiment, records)), cancellationToken);
    }

    /// <summary>Makes the playbook anew, from the few records that it needs.</summary>
    public static async Task RebuildPlaybookAsync(IAuditTrail trail, IArtifactStore artifacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(artifacts);
        var byPlay = new SortedDictionary<string, List<AuditRecord>>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = [.. PlayChapter.Kinds] }, cancellationToken))
        {
            if (!byPlay.TryGetValue(record.Entry.Play, out var records))
            {
                byPlay.Add(record.Entry.Play, records = []);
            }

            records.Add(record);
        }

        await artifacts.WriteAsync(
            PlaybookPage.Path, PlaybookPage.Write(byPlay.Select(play => PlayChapter.Of(play.Key, play.Value))), cancellationToken);
    }

    private static async Task<int> WriteAsync(
        IArtifactStore artifacts, string play, IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var byExperiment = records.Where(record => record.Entry.Experiment is not null)
            .GroupBy(record => record.Entry.Experiment!, StringComparer.Ordinal).ToList();
        foreach (var experiment in byExperiment)
        {
            await artifacts.WriteAsync(
                CardPage.PathOf(experiment.Key), CardPage.Write(ExperimentCard.Of(experiment.Key, experiment)), cancellationToken);
        }

        await artifacts.WriteAsync(PlayLogPage.PathOf(play), PlayLogPage.Write(play, records), cancellationToken);
        return byExperiment.Count + 1;
    }

    private static async Task<IReadOnlyList<string>> PlaysAsync(IAuditTrail trail, CancellationToken cancellationToken)
    {
        var plays = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = [.. PlayChapter.Kinds] }, cancellationToken))
        {
            plays.Add(record.Entry.Play);
        }

        return [.. plays];
    }
}
