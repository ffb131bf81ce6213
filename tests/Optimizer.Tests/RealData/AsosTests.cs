using System.Globalization;
using Optimizer.Testing;
using Xunit.Abstractions;

namespace Optimizer.Tests.RealData;

/// <summary>39 real experiments of a shop, 200 streams of snapshots, each followed look by look.</summary>
public class AsosTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Replay_EveryStream_HaltsBrokenSplitsAndDecidesLessThanPeeking()
    {
        var replays = AsosStream.All().Select(stream => (stream.Id, stream.EverBelow5Percent, Replay: stream.Replay())).ToList();
        foreach (var group in replays.GroupBy(item => item.Replay.Code).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var below = group.Count(item => item.EverBelow5Percent);
            var days = group.Select(item => item.Replay.Day).Order().ToList();
            output.WriteLine($"{group.Key,-17} {group.Count(),4} streams, {below,4} of them ever p < 0.05, median day {days[days.Count / 2]}");
        }

        var broken = File.ReadLines(SharedFolder.File("data", "ground", "asos_final_dev.csv")).Skip(1).Select(line => line.Split(','))
            .Where(row => double.Parse(row[^1], CultureInfo.InvariantCulture) < 0.001)
            .Select(row => $"{row[0]},{row[1]},{row[2]}").ToHashSet();
        var halted = replays.Where(item => item.Replay.Code == "HALT_SRM").Select(item => item.Id).ToHashSet();
        var missed = broken.Except(halted).ToList();
        output.WriteLine($"split p < 0.001 at the end: {broken.Count}; halted: {halted.Count}, both: {halted.Intersect(broken).Count()}");
        foreach (var id in missed)
        {
            output.WriteLine($"  not halted: {id}: {replays.Single(item => item.Id == id).Replay}");
        }

        output.WriteLine($"halted without: {string.Join("; ", halted.Except(broken))}");

        Assert.Equal((200, 32), (replays.Count, broken.Count));
    }
}
