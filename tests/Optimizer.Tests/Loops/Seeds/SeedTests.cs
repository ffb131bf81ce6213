using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Loops.Seeds;

/// <summary>
/// Laws that hold over whole lives of plays drawn by chance, with ports that fail before and after their effect, answer nonsense, or are
/// out for hours. OPTIMIZER_SEEDS sets how many seeds are run, over 26 weeks each; a failure names its own.
/// </summary>
public class SeedTests
{
    private const int Few = 4;
    private const int FewWeeks = 5;
    private const int Weeks = 26;

    private static readonly ulong? Seeds = ulong.TryParse(Environment.GetEnvironmentVariable("OPTIMIZER_SEEDS"), out var seeds) ? seeds : null;

    [Fact]
    [Trait("Req", "S0-054")]
    [Trait("Req", "S0-067")]
    public async Task Run_OfAnySeed_BreaksNoLaw()
    {
        for (var seed = 0UL; seed < (Seeds ?? Few); seed++)
        {
            var broken = await SeedRun.BrokenAsync(seed, Seeds is null ? FewWeeks : Weeks);
            Assert.True(broken.Count == 0, $"seed {seed}:\n{string.Join("\n", broken.Take(10))}");
        }
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
}
