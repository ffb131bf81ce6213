using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Puts the page of a play together: what the API says of it, its days, its terms and its timeline.</summary>
internal sealed class PlayDetailReader(ServedLoop loop, PlayReader plays, KpiDays days, TimelineReader timeline)
{
    private const int MostVersions = 20;

    /// <summary>Null when there is no such play.</summary>
    public async Task<PlayModel?> ReadAsync(string slug, IQueryCollection query, CancellationToken cancellationToken)
    {
        if (!Slugs.IsOne(slug) || await plays.ReadAsync(slug, cancellationToken) is not { } play)
        {
            return null;
        }

        var terms = await loop.Terms.InForceAsync(slug, cancellationToken);
        return new()
        {
            Autonomy = await AutonomyAsync(play, terms.Policy, cancellationToken),
            Kpis = await days.ReadAsync(play, terms.Play, cancellationToken),
            Play = play,
            Policy = [.. terms.Policy.Values.Values.Where(value => !value.Scope.StartsWith("profile ", StringComparison.Ordinal)).OrderBy(value => value.Key, StringComparer.Ordinal)],
            Profile = ProfileNames.Of(terms.Policy.Profile),
            Status = StatusSentence.Of(play),
            Timeline = await timeline.ReadAsync(slug, query, cancellationToken),
            Versions = await VersionsAsync(slug, cancellationToken),
        };
    }

    // The state of the generation under way: its scorecard is that of the last tick.
    private async Task<AutonomyPart?> AutonomyAsync(PlayAnswer play, EffectivePolicy policy, CancellationToken cancellationToken)
    {
        if (play.Stage is PlayStatus.Stopped or PlayStatus.Enrolling || await loop.Client.StatusAsync(LoopNames.PlayId(play.Id), cancellationToken) is not { } instance)
        {
            return null;
        }

        var state = instance.Input.ReadAs<PlayState>("the state of a play", instance.InstanceId);
        if (state.DefinitionHash.Length == 0)
        {
            return null;
        }

        var ruling = Graduation.Judge(play.Autonomy, state.AutonomySince, state.Card, loop.Clock.GetUtcNow(), policy);
        return new(play.Autonomy, state.AutonomySince, ruling, ruling.Reasons);
    }

    private async Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(string slug, CancellationToken cancellationToken)
    {
        var versions = new List<DefinitionVersion>();
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = ["play.definition", "play.enrolled"], NewestFirst = true, Play = slug }, cancellationToken))
        {
            var hash = record.Entry.Event switch
            {
                DefinitionChanged { What: "definition" } changed => changed.To,
                PlayEnrolled enrolled => enrolled.DefinitionHash,
                _ => null,
            };
            if (hash is not null)
            {
                versions.Add(new(hash, record.Entry.At, record.Sequence));
            }

            if (versions.Count == MostVersions)
            {
                break;
            }
        }

        return versions;
    }
}
