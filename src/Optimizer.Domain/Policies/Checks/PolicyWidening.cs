using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>Finds what a new policy allows that the old one did not: that needs two persons (OPERATORS 4.5, S3-004). Pure.</summary>
public static class PolicyWidening
{
    private const string Group = "site and page";

    /// <param name="from">In force.</param>
    /// <param name="to">Proposed.</param>
    /// <param name="plays">All there are; a play that comes later is judged by what holds for no play in particular.</param>
    /// <returns>Empty when nothing is wider.</returns>
    public static IReadOnlyList<WiderValue> Of(PolicyBook from, PolicyBook to, IReadOnlyList<Play> plays)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(plays);
        return
        [
            .. plays.Select(play => (Was: from.For(play), Is: to.For(play))).Append((Was: from.ForSlug("-"), Is: to.ForSlug("-")))
                .SelectMany(pair => Wider(pair.Was, pair.Is))
                .GroupBy(wider => (wider.Key, wider.From, wider.To))
                .Select(group => new WiderValue(group.Key.Key, group.Key.From, group.Key.To, group.Count()))
                .OrderBy(wider => wider.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Key, string From, string To)> Wider(EffectivePolicy was, EffectivePolicy now)
    {
        // In another group other experiments are counted: its caps may be fresh.
        if (was.Site != now.Site || was.Page != now.Page)
        {
            yield return (Group, $"{was.Site} {was.Page}".TrimEnd(), $"{now.Site} {now.Page}".TrimEnd());
        }

        foreach (var key in PolicyKeys.All.Where(key => key.Type is not (PolicyKeyType.Preference or PolicyKeyType.Goal)))
        {
            var (old, next) = (was.Values[key.Name].Value, now.Values[key.Name].Value);
            var isWider = key.Form == ValueForm.Names
                ? KeyText.Names(old).Except(KeyText.Names(next), StringComparer.Ordinal).Any()
                : key.Tightness(next) < key.Tightness(old);
            if (isWider)
            {
                yield return (key.Name, old, next);
            }
        }
    }
}
