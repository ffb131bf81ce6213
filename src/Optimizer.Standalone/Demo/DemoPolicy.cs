using System.Text;

namespace Optimizer.Standalone.Demo;

/// <summary>The samples' policy, with scopes for the plays that were made from them.</summary>
internal static class DemoPolicy
{
    // In every region another surface acts alone from the first day, two ask about every change, and one begins in shadow.
    private static readonly string[] Starts = ["full", "semi", "semi", "shadow"];

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
        foreach (var site in copies.GroupBy(play => (play.Site, Region: DemoMarkets.Region(play.Place!.Value))))
        {
            text.Append("  - site: ").Append(site.Key.Site).Append('-').Append(site.Key.Region)
                .Append("\n    plays: [").AppendJoin(", ", site.Select(play => play.Slug)).Append("]\n    set:\n")
                .Append("      site.max_active: ").Append(site.Count()).Append('\n');
            var start = Starts[(DemoSamples.TurnOf(site.Key.Site) + site.First().Place!.Value) % Starts.Length];
            if (start != Starts[^1])
            {
                text.Append("      autonomy.skip_graduation: true\n      autonomy.start: ").Append(start).Append('\n');
            }

            if (site.Key.Site == DemoSamples.Mailings)
            {
                text.Append("      approval.class.audience: owner\n");
            }
        }

        return text.ToString();
    }
}
