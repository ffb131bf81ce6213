using System.Collections.Concurrent;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Loops.Seeds;

/// <summary>
/// Laws that hold over whole lives of plays drawn by chance, with ports that fail before and after their effect, answer nonsense, or are
/// out for hours. OPTIMIZER_SEEDS sets how many seeds are run, OPTIMIZER_WEEKS over how many weeks each; a failure names its own.
/// </summary>
public class SeedTests
{
    private const int Few = 4;
    private const int FewWeeks = 5;

    private static readonly int? Seeds = Number("OPTIMIZER_SEEDS");
    private static readonly int Weeks = Number("OPTIMIZER_WEEKS") ?? (Seeds is null ? FewWeeks : 26);

    [Fact]
    [Trait("Req", "S0-054")]
    [Trait("Req", "S0-067")]
    public async Task Run_OfAnySeed_BreaksNoLaw()
    {
        var broken = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds ?? Few), async (seed, _) =>
        {
            foreach (var law in (await SeedRun.BrokenAsync((ulong)seed, Weeks)).Take(10))
            {
                broken.Enqueue($"seed {seed}: {law}");
            }
        });
        Assert.True(broken.IsEmpty, string.Join("\n", broken));
    }

    [Fact]
    public async Task Run_OfOneSeedTwice_IsTheSameTrail()
    {
        var trails = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var kit = await LoopKit.OpenAsync(SeedPlan.Of(3, 4).Options);
            await kit.RunAsync(28);
            trails.Add(string.Join("\n", (await kit.TrailAsync()).Select(record => $"{record.Key} {record.Text}")));
        }

        Assert.Equal(trails[0], trails[1]);
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}
