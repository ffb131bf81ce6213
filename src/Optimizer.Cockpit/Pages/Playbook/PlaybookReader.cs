using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Playbook;

namespace Optimizer.Cockpit.Pages.Playbook;

/// <summary>Reads the playbook from the trail, and searches it.</summary>
internal sealed class PlaybookReader(ServedLoop loop) : IDisposable
{
    private const int PerPage = 50;

    private static readonly string[] Ends = [AuditKinds.Of<ExperimentEnded>()];

    private readonly SemaphoreSlim _one = new(1, 1);
    private Kept? _kept;

    public void Dispose() => _one.Dispose();

    /// <param name="search">Words that all must stand in it; empty for all.</param>
    /// <param name="kind">all, worked, blocked, nothing or broken; what else is said is all.</param>
    /// <param name="skip">So many before the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PlaybookModel> ReadAsync(string search, string kind, int skip, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(cancellationToken);
        var found = kept.Patterns.Where(pattern => IsOf(pattern.Entry, kind) && Matches(pattern.Entry, search)).ToList();
        return new()
        {
            All = kept.Patterns.Count,
            At = kept.At,
            Blocked = kept.Patterns.Count(pattern => pattern.Entry.IsBlocked),
            Found = found.Count,
            Kind = kind,
            Next = found.Count > skip + PerPage ? $"/playbook?q={Uri.EscapeDataString(search)}&kind={Uri.EscapeDataString(kind)}&skip={skip + PerPage}" : null,
            Patterns = [.. found.Skip(skip).Take(PerPage).Select(pattern => pattern with { RestsUntil = pattern.RestsUntil > loop.Clock.GetUtcNow() ? pattern.RestsUntil : null })],
            Search = search,
            Worked = kept.Patterns.Count(pattern => pattern.Entry.Worked),
        };
    }

    /// <summary>Whether all words stand somewhere in it.</summary>
    internal static bool Matches(PlaybookEntry entry, string search)
    {
        var claim = entry.Hypothesis;
        string?[] texts = [claim.Change, claim.Variable, claim.Rationale, claim.Segment, entry.Experiment, entry.Play, entry.PlayName, entry.Site, entry.Next, .. entry.Kpis];
        return search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => texts.Any(text => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    internal static bool IsOf(PlaybookEntry entry, string kind) => kind switch
    {
        "worked" => entry.Worked,
        "blocked" => entry.IsBlocked,
        "nothing" => entry.End.End is DecisionKind.Iterate or DecisionKind.Extend,
        "broken" => entry.End.End == DecisionKind.Halt,
        _ => true,
    };

    // Read again when another experiment has ended; who comes meanwhile waits for the same reading.
    private async Task<Kept> KeptAsync(CancellationToken cancellationToken)
    {
        var last = await loop.Reads.Audit.ReadAsync(new() { Kinds = Ends, NewestFirst = true }, cancellationToken)
            .Select(record => record.Sequence).FirstOrDefaultAsync(cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _kept is { } kept && kept.Last == last ? kept : _kept = await ReadAsync(last, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Kept> ReadAsync(long last, CancellationToken cancellationToken)
    {
        var byPlay = new Dictionary<string, List<AuditRecord>>(StringComparer.Ordinal);
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = [.. PlayChapter.Kinds] }, cancellationToken))
        {
            if (!byPlay.TryGetValue(record.Entry.Play, out var records))
            {
                byPlay.Add(record.Entry.Play, records = []);
            }

            records.Add(record);
        }

        var patterns = new List<Pattern>();
        foreach (var (play, records) in byPlay)
        {
            var ends = records.Where(record => record.Entry is { Event: ExperimentEnded, Experiment: not null })
                .GroupBy(record => record.Entry.Experiment!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Sequence, StringComparer.Ordinal);
            var entries = PlayChapter.Of(play, records).Entries;
            var rests = entries.Any(entry => entry.IsBlocked) ? await RestsAsync(play, cancellationToken) : 0;
            patterns.AddRange(entries.Select(entry => new Pattern(entry, ends[entry.Experiment], entry.IsBlocked ? entry.EndedAt.AddDays(rests) : null)));
        }

        return new(last, loop.Clock.GetUtcNow(), [.. patterns.OrderByDescending(pattern => pattern.Record)]);
    }

    private async Task<int> RestsAsync(string play, CancellationToken cancellationToken) =>
        await loop.Reads.Plays.FindAsync(play, cancellationToken) is null ? 0 : (await loop.Terms.InForceAsync(play, cancellationToken)).Policy.CooldownDays;

    private sealed record Kept(long Last, DateTimeOffset At, IReadOnlyList<Pattern> Patterns);
}
