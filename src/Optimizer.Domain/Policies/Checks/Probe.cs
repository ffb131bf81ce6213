using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies.Scopes;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>A play, experiment and action under which a policy is looked at.</summary>
/// <param name="Slug">Of the play.</param>
/// <param name="Experiment">Null for none.</param>
/// <param name="Action">Null for none.</param>
/// <param name="Policy">What holds there.</param>
internal sealed record Probe(string Slug, string? Experiment, string? Action, EffectivePolicy Policy)
{
    // A play that no scope names; a slug cannot begin so.
    private const string AnyOther = "-any-other-play";

    /// <summary>Every combination of scopes that can make a difference.</summary>
    public static IReadOnlyList<Probe> All(PolicyBook book, IReadOnlyList<Play> plays)
    {
        var known = plays.ToDictionary(play => play.Slug, StringComparer.Ordinal);
        var slugs = book.Scopes.SelectMany(scope => scope.Plays).Select(pattern => pattern.Replace("*", "-", StringComparison.Ordinal))
            .Concat(known.Keys).Append(AnyOther).Distinct(StringComparer.Ordinal).ToList();
        string?[] experiments = [null, .. book.Scopes.Where(scope => scope.Kind == ScopeKind.Experiment).Select(scope => scope.Name)];
        string?[] actions = [null, .. book.Scopes.Where(scope => scope.Kind == ScopeKind.Action).Select(scope => scope.Name)];
        return
        [
            .. from slug in slugs
               from experiment in experiments
               from action in actions
               select new Probe(slug, experiment, action, known.TryGetValue(slug, out var play)
                   ? book.For(play, experiment, action)
                   : book.ForSlug(slug, experiment, action)),
        ];
    }
}
