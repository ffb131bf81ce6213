using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Puts the page of a play together: what the API says of it, its days, its terms and its timeline.</summary>
internal sealed class PlayDetailReader(ServedLoop loop, PlayReader plays, KpiDays days, DefinitionVersions definitions, TimelineReader timeline)
{
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
            Versions = await definitions.ListAsync(slug, cancellationToken),
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
}
