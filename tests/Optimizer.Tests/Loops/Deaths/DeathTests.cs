using Optimizer.Domain.Hypotheses;
using Optimizer.Testing;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Loops.Deaths;

/// <summary>
/// The whole loop on files, dropped dead before or after a random write to the trail and opened again, comes to the same trail and the
/// same changes in the world as a life without death: same keys, same texts, same moments. Only the order in which plays that do
/// not know of each other wrote at the same moment may differ, and with it places and hashes. OPTIMIZER_SEEDS sets how many deaths.
/// </summary>
public class DeathTests
{
    private const int Few = 4;
    private const double Days = 9;

    private static readonly int Deaths = int.TryParse(Environment.GetEnvironmentVariable("OPTIMIZER_SEEDS"), out var seeds) ? Math.Min(seeds, 400) : Few;

    [Fact]
    [Trait("Req", "S0-038")]
    [Trait("Req", "S0-067")]
    public async Task Loop_DroppedDeadAnywhere_EndsAsIfItHadLived()
    {
        var never = new Deadline(int.MaxValue, false);
        var whole = await LifeAsync(never);
        Assert.InRange(never.Calls, 30, 2000);
        var random = new SplitMix(1);
        for (var death = 0; death < Deaths; death++)
        {
            var deadline = new Deadline(1 + (int)(random.Next() % (ulong)never.Calls), random.Next() % 2 == 0);
            var life = await LifeAsync(deadline);

            Assert.True(deadline.Died.IsCompleted, $"death {death} never came");
            Assert.Equal(whole, life);
        }
    }

    private static async Task<string> LifeAsync(Deadline deadline)
    {
        // What survives a death of the process was written, flushed or not, so memory does as well as a disk.
        var folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), "optimizer-loop-" + Path.GetRandomFileName()));
        try
        {
            var isFirst = true;
            await using var kit = await LoopKit.OpenAsync(new()
            {
                Change = world =>
                {
                    var changed = Fixtures.Market(Fixtures.Drop, 0.4, ScriptedStrategist.Rating(RiskLevel.High, "risky"))(world);
                    changed = isFirst ? changed with { Audit = new DyingTrail(changed.Audit, deadline) } : changed;
                    isFirst = false;
                    return changed;
                },
                Folder = folder.FullName,
                People = Fixtures.Yes,
                Plays = [PlayText.Of("risky"), PlayText.Of("tame")],
            });
            var end = kit.Clock.GetUtcNow().AddDays(Days);
            var run = kit.Loop.Engine.RunUntilAsync(end);
            if (await Task.WhenAny(run, deadline.Died) != run)
            {
                await kit.DieAsync();
                await kit.Loop.Engine.RunUntilAsync(end);
            }
            else
            {
                await run;
            }

            var trail = (await kit.TrailAsync()).Select(record => $"{record.Key} {record.Text}").Order(StringComparer.Ordinal);
            var changes = kit.World.Changes.Select(change => change.ToString()).Order(StringComparer.Ordinal);
            return string.Join("\n", trail.Concat(changes));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
