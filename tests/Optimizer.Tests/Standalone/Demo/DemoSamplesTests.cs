using Optimizer.Standalone.Demo;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Standalone.Demo;

public class DemoSamplesTests
{
    private static readonly string[] Doubled = [];

    [Fact]
    public void Plays_MoreThanSamples_AreTheSamplesForMarketsOfTheirOwn()
    {
        var plays = DemoSamples.Plays(260);

        Assert.Equal(DemoSamples.Plays(8).Select(play => play.Definition.Text), plays.Take(8).Select(play => play.Definition.Text));
        Assert.Equal(Doubled, plays.GroupBy(play => play.Slug).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal(Doubled, plays.GroupBy(play => play.Definition.Play.Name).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal("Cold outbound meetings, DACH", plays[8].Definition.Play.Name);
        Assert.Equal("cold-outbound-meetings-us-east-agencies", DemoSamples.Plays(8 * 43)[8 * 42].Slug);
        Assert.Equal(plays.Select(play => play.Market), DemoSamples.Plays(260).Select(play => play.Market));
    }

    [Fact]
    public void Policy_OfManyPlays_HasASiteForEachRegionAndStarvesNone()
    {
        var plays = DemoSamples.Plays(260);

        var read = PolicyFile.Read(DemoPolicy.Of(plays), "policy.yaml");

        Assert.Empty(read.Problems);
        var sites = plays.Skip(8).GroupBy(play => read.Policy!.For(play.Definition.Play).Site).ToList();
        Assert.Equal(4 * 30, sites.Count);
        Assert.All(sites.SelectMany(site => site.Select(play => (site, play))), each =>
            Assert.True(each.site.Count() <= read.Policy!.For(each.play.Definition.Play).SiteMaxActive, each.play.Slug));
    }

    [Fact]
    public void Policy_OfSamplesAlone_IsTheSample() => Assert.Equal(DemoSamples.Policy, DemoPolicy.Of(DemoSamples.Plays(8)));

    [Fact]
    public void Plays_AsManyAsMayBeAskedFor_HaveMarkets() => Assert.True(DemoSamples.Most >= 10_000 + 12);
}
