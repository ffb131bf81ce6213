using System.Globalization;
using Optimizer.Testing;
using Xunit.Abstractions;

namespace Optimizer.Tests.RealData;

/// <summary>39 real experiments of a shop, 200 streams of snapshots, each followed look by look.</summary>
public class AsosTests(ITestOutputHelper output)
{
    private const double SplitAlpha = 0.001;

    [SharedFact]
    public void Replay_EveryStream_DecidesOnLessThanPeekingDoes()
    {
        var replays = AsosStream.All().Select(stream => (stream.EverBelow5Percent, Replay: stream.Replay())).ToList();
        var groups = replays.GroupBy(item => item.Replay.Code).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (code, group) in groups.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var days = group.Select(item => item.Replay.Day).Order().ToList();
            output.WriteLine($"{code,-17} {group.Count,4} streams, {group.Count(item => item.EverBelow5Percent),4} of them ever p < 0.05, median day {days[days.Count / 2]}");
        }

        // Somebody who stops at the first p below 0.05 decides on four times as many.
        Assert.Equal(Ground.Of("asos_sequential", "ever p<0.05 at some snapshot").GetInt32(), replays.Count(item => item.EverBelow5Percent));
        Assert.Equal(Ground.Of("asos_sequential", "streams (experiment, variant, metric)").GetInt32(), replays.Count);
        Assert.Equal((18, 8), (groups["ADOPT_PROVEN"].Count, groups["REVERT"].Count));
        Assert.All(groups["ADOPT_PROVEN"].Concat(groups["REVERT"]), item => Assert.True(item.EverBelow5Percent));
        Assert.Equal(20, groups["HALT_SRM"].Count);
    }

    [SharedFact]
    public void Health_EveryStream_IsBrokenWhereTheSplitIsFarOff()
    {
        var splits = File.ReadLines(SharedFolder.File("data", "ground", "asos_final_dev.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => $"{row[0]},{row[1]},{row[2]}", row => double.Parse(row[^1], CultureInfo.InvariantCulture));
        var broken = AsosStream.All().Where(stream => stream.IsBrokenAtTheEnd).Select(stream => stream.Id).ToList();
        var suspect = splits.Where(split => split.Value < SplitAlpha).Select(split => split.Key).ToList();
        output.WriteLine($"split p < {SplitAlpha} at the end: {suspect.Count}; broken by our evidence: {broken.Count}");
        foreach (var id in suspect.Except(broken))
        {
            output.WriteLine($"  not broken: {id}, p {splits[id]:0.0e+0}");
        }

        Assert.Equal(Ground.Of("asos_sequential", "streams with SRM p<0.001 against 50/50").GetInt32(), suspect.Count);
        Assert.Empty(broken.Except(suspect));

        // The evidence holds at every look, so it asks for more than a p-value at one.
        Assert.Empty(suspect.Where(id => splits[id] < 1e-6).Except(broken));
    }
}
