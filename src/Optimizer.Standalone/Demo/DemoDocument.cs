using Optimizer.Connectors.Simulated;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Demo;

/// <summary>A play of the demo.</summary>
/// <param name="Definition">As it is enrolled.</param>
/// <param name="Site">The surface it works on: website, mailings, product or lifecycle.</param>
/// <param name="Market">What it meets.</param>
/// <param name="Place">Number of the market it is a copy for; null for a sample itself.</param>
internal sealed record DemoDocument(PlayDocument Definition, string Site, MarketSettings Market, int? Place)
{
    // Fractions of multiples of this lie evenly however many are taken.
    private const double Golden = 0.6180339887498949;

    public string Slug => Definition.Play.Slug;

    /// <summary>The same play once more, for another market of another size.</summary>
    /// <param name="place">Number of the market.</param>
    public DemoDocument For(int place)
    {
        var (name, play) = (DemoMarkets.Name(place), Definition.Play);
        var text = Definition.Text
            .Replace($"slug: {play.Slug}\n", $"slug: {play.Slug}-{DemoMarkets.Slug(name)}\n", StringComparison.Ordinal)
            .Replace($"name: {play.Name}\n", $"name: \"{play.Name}, {name}\"\n", StringComparison.Ordinal);
        var file = PlayFile.Read(text, $"{play.Slug}-{DemoMarkets.Slug(name)}.yaml");
        return file is { Plays: [var only], Problems: [] }
            ? new(only, Site, Market with { DailyUnits = Market.DailyUnits * (0.5 + (place * Golden % 1)) }, place)
            : throw new InvalidOperationException($"the sample {play.Slug} cannot be copied: {string.Join("; ", file.Problems)}");
    }
}
