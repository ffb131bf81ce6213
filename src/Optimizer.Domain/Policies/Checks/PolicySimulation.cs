using System.Text.Json;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>Answers recorded actions again, under a changed policy: what a change would have done, before it is made. Pure.</summary>
public static class PolicySimulation
{
    /// <param name="given">Rulings on record, in their order.</param>
    /// <param name="book">The changed policy.</param>
    /// <param name="plays">Definitions; a play that is not among them is ruled without its own.</param>
    /// <remarks>
    /// Each action is answered with the history it had. What a different answer would have led to later is not guessed: a
    /// start that is allowed now adds nothing to the history of the next one.
    /// </remarks>
    public static IEnumerable<SimulatedRuling> Of(IEnumerable<RulingGiven> given, PolicyBook book, IReadOnlyList<Play> plays)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(book);
        var known = plays.ToDictionary(play => play.Slug, StringComparer.Ordinal);
        var resolved = new Dictionary<(string, string?, ActionKind), EffectivePolicy>();
        foreach (var ruling in given)
        {
            var (action, place) = (ruling.Action, (ruling.Action.Play, ruling.Action.Experiment, ruling.Action.Kind));
            if (!resolved.TryGetValue(place, out var policy))
            {
                var kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(action.Kind.ToString());
                policy = known.TryGetValue(action.Play, out var play)
                    ? book.For(play, action.Experiment, kind)
                    : book.ForSlug(action.Play, action.Experiment, kind);
                resolved.Add(place, policy);
            }

            yield return new(ruling.Ruling, action, ruling.Answer, ruling.Policy, PolicyRule.Rule(action, ruling.History, ruling.Autonomy, policy));
        }
    }
}
