using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.Backtests;

/// <summary>Reads what plays in shadow and advisory would have done. Nothing is estimated.</summary>
internal sealed class BacktestsReader(ServedLoop loop, Board board)
{
    private const int PerPage = 20;
    private const int PerPlay = 5;
    private const int MostWould = 20;
    private const int MostDiagnoses = 10;

    private static readonly string[] Would = [AuditKinds.Of<WouldHave>()];
    private static readonly string[] Proposed = [AuditKinds.Of<HypothesesProposed>()];
    private static readonly string[] Defined = [AuditKinds.Of<DefinitionChanged>()];

    /// <param name="skip">So many plays before the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BacktestsModel> ReadAsync(int skip, CancellationToken cancellationToken)
    {
        var all = (await board.ReadAsync(cancellationToken)).Plays;
        var watching = all.Where(play => play.Autonomy is Autonomy.Shadow or Autonomy.Advisory && play.Stage != PlayStatus.Stopped).OrderBy(play => play.Id, StringComparer.Ordinal).ToList();
        var plays = new List<ShadowPlay>();
        foreach (var play in watching.Skip(skip).Take(PerPage))
        {
            plays.Add(await PlayAsync(play, cancellationToken));
        }

        return new()
        {
            All = all.Count,
            Next = watching.Count > skip + PerPage ? FormattableString.Invariant($"/backtests?skip={skip + PerPage}") : null,
            Plays = plays,
            Watching = watching.Count,
        };
    }

    private async Task<ShadowPlay> PlayAsync(PlayLine play, CancellationToken cancellationToken)
    {
        var would = await LastAsync(play.Id, Would, MostWould, since: null, cancellationToken);
        if (would.Count == 0)
        {
            return new(play.Id, play.Autonomy, [], []);
        }

        var hypotheses = (await LastAsync(play.Id, Proposed, MostDiagnoses, since: null, cancellationToken))
            .SelectMany(record => ((HypothesesProposed)record.Entry.Event).Hypotheses).DistinctBy(each => each.Id).ToDictionary(each => each.Id, StringComparer.Ordinal);
        var live = (await loop.Terms.InForceAsync(play.Id, cancellationToken)).Play.Variables.ToDictionary(variable => variable.Key, variable => variable.Current, StringComparer.Ordinal);
        var changed = (await LastAsync(play.Id, Defined, PerPlay, would[^1].Entry.At, cancellationToken)).Where(record => ((DefinitionChanged)record.Entry.Event).What == "definition");
        return new(play.Id, play.Autonomy, Lines(would, hypotheses, live), [.. changed.Select(record => (record.Entry.At, record.Sequence))]);
    }

    private async Task<IReadOnlyList<AuditRecord>> LastAsync(string play, string[] kinds, int most, DateTimeOffset? since, CancellationToken cancellationToken) =>
        await loop.Reads.Audit.ReadAsync(new() { Kinds = kinds, NewestFirst = true, Play = play, Since = since }, cancellationToken).Take(most).ToListAsync(cancellationToken);

    // It says the same again at each tick that finds it so.
    private static IReadOnlyList<WouldLine> Lines(IReadOnlyList<AuditRecord> would, Dictionary<string, Hypothesis> hypotheses, Dictionary<string, string?> live) =>
    [
        .. would.Select(record => (Record: record, Would: (WouldHave)record.Entry.Event))
            .GroupBy(each => hypotheses.GetValueOrDefault(each.Would.Hypothesis)?.Fingerprint ?? each.Would.Hypothesis, StringComparer.Ordinal)
            .Take(PerPlay)
            .Select(group =>
            {
                var (last, said) = group.First();
                var claim = hypotheses.GetValueOrDefault(said.Hypothesis);
                return new WouldLine(
                    last.Entry.At, group.Count(), said.Text, claim?.Variable, claim?.Setting.Json, claim is null ? null : live.GetValueOrDefault(claim.Variable), last.Sequence);
            }),
    ];
}
