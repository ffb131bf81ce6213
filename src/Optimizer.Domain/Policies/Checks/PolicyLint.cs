using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Domain.Policies.Scopes;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>Finds values that fight and values that can never have an effect. Pure.</summary>
public static class PolicyLint
{
    /// <param name="book">A policy that reads.</param>
    /// <param name="plays">The plays there are; empty when that is not known, and then no scope is called empty.</param>
    /// <returns>In the order of the file; none when it is sound.</returns>
    public static IReadOnlyList<PolicyFinding> Of(PolicyBook book, IReadOnlyList<Play> plays)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(plays);
        var probes = Probe.All(book, plays);
        return
        [
            .. probes.SelectMany(probe => Fights.In(probe.Policy))
                .Concat(Overruled(book, probes))
                .Concat(Scopes(book, plays))
                .Distinct()
                .OrderBy(finding => LineOf(finding.Place)).ThenBy(finding => finding.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Settings that lose wherever they hold.</summary>
    private static IEnumerable<PolicyFinding> Overruled(PolicyBook book, IReadOnlyList<Probe> probes) =>
        from scope in book.Scopes
        from setting in scope.Settings
        let key = PolicyKeys.Find(setting.Key)!
        where key.Form != ValueForm.Names
        let held = probes.Where(probe => scope.Holds(probe.Slug, probe.Experiment, probe.Action)).ToList()
        let kept = held.Where(probe => probe.Policy.Values[setting.Key].Value != setting.Value).ToList()
        where held.Count > 0 && kept.Count == held.Count
        let winner = kept[0].Policy.Values[setting.Key]
        where winner.Place != setting.Place
        select new PolicyFinding(
            FindingKind.NeverFires, setting.Place, setting.Key,
            $"{scope.Text} says {setting.Value}, and {winner.Scope}{(winner.Place is { } place ? $" ({place})" : "")} says {winner.Value} wherever it holds: {Rule(key)}");

    private static IEnumerable<PolicyFinding> Scopes(PolicyBook book, IReadOnlyList<Play> plays)
    {
        foreach (var scope in book.Scopes.Where(scope => scope.Kind != ScopeKind.Org))
        {
            if (scope.Settings.Count == 0 && scope.Profile is null && scope.Kind is not (ScopeKind.Site or ScopeKind.Page))
            {
                yield return new(FindingKind.NeverFires, scope.Place, scope.Text, "sets nothing");
            }

            foreach (var pattern in scope.Plays.Where(pattern => plays.Count > 0 && !plays.Any(play => PagePattern.Overlap(pattern, play.Slug))))
            {
                var meant = Spelling.Nearest(pattern, plays.Select(play => play.Slug));
                yield return new(FindingKind.NeverFires, scope.Place, scope.Text, $"there is no play '{pattern}'; the nearest is {meant}");
            }

            if (scope is { Kind: ScopeKind.Action, Name: "restore_control" or "throttle_variant" })
            {
                yield return new(FindingKind.NeverFires, scope.Place, scope.Text, "taking a variant out is always allowed, save in a freeze: what is set here changes nothing");
            }

            foreach (var site in book.Scopes.Where(other => other.Kind == ScopeKind.Site && scope.Site is { } mine && other.Name != mine))
            {
                foreach (var play in scope.Plays.Where(play => site.Plays.Any(pattern => PagePattern.Overlap(pattern, play))))
                {
                    yield return new(FindingKind.Fights, scope.Place, scope.Text, $"is on site {scope.Site}, and its play '{play}' belongs to {site.Text} ({site.Place})");
                }
            }
        }
    }

    private static string Rule(PolicyKey key) => key.Type switch
    {
        PolicyKeyType.Cap => "of caps the tightest holds",
        PolicyKeyType.Stop => "of stop rules the soonest holds",
        PolicyKeyType.Gate => "of gates the strictest holds",
        PolicyKeyType.Approval => "of approvals the strictest holds",
        PolicyKeyType.Preference or PolicyKeyType.Goal => "the narrowest scope decides",
        _ => throw new InvalidOperationException($"unknown type of key: {key.Type}"),
    };

    // Files are one: the line alone orders them.
    private static int LineOf(string? place) => place is not null && int.TryParse(place[(place.LastIndexOf(':') + 1)..], out var line) ? line : 0;
}
