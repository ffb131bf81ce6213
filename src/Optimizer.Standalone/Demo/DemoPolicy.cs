using System.Text;

namespace Optimizer.Standalone.Demo;

/// <summary>The samples' policy, with scopes for the plays that were made from them.</summary>
internal static class DemoPolicy
{
    // Of four copies one acts alone from the first day, two ask about every change, and one begins in shadow.
    private static readonly (string Domain, string Start, int[] Turns)[] Freedoms = [("proven-elsewhere", "full", [0]), ("backtested-elsewhere", "semi", [1, 2])];

    /// <param name="plays">All that the demo ever enrols.</param>
    public static string Of(IReadOnlyList<DemoDocument> plays)
    {
        var copies = plays.Where(play => play.Place is not null).ToList();
        if (copies.Count == 0)
        {
            return DemoSamples.Policy;
        }

        // One surface of one region is one site; each of its plays has its own page there, so that none waits for another.
        var text = new StringBuilder(DemoSamples.Policy).Append("\n  # The same plays for other markets.\n");
        foreach (var site in copies.GroupBy(play => $"{play.Site}-{DemoMarkets.Region(play.Place!.Value)}"))
        {
            Scope(text, "site", site.Key, site).Append("      site.max_active: ").Append(site.Count()).Append('\n');
            _ = site.First().Site == DemoSamples.Mailings ? text.Append("      approval.class.audience: owner\n") : text;
        }

        foreach (var (domain, start, turns) in Freedoms)
        {
            var own = copies.Where(play => turns.Contains((play.Place!.Value + play.Number) % 4)).ToList();
            _ = own.Count == 0 ? text : Scope(text, "domain", domain, own).Append("      autonomy.skip_graduation: true\n      autonomy.start: ").Append(start).Append('\n');
        }

        return text.ToString();
    }

    private static StringBuilder Scope(StringBuilder text, string kind, string name, IEnumerable<DemoDocument> plays) =>
        text.Append("  - ").Append(kind).Append(": ").Append(name).Append("\n    plays: [").AppendJoin(", ", plays.Select(play => play.Slug)).Append("]\n    set:\n");
}
