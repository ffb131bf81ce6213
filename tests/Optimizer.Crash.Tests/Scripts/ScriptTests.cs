using Optimizer.Embedded;
using Optimizer.Testing;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Scripts;

/// <summary>
/// Scripts drawn by chance come to what the model says: with live code, replayed at every turn, on all threads in real time,
/// and with the engine dropped dead at random moments. OPTIMIZER_SEEDS sets how many seeds; a failure names its own.
/// </summary>
public sealed class ScriptTests
{
    private const int Default = 60;

    private static readonly ulong Seeds = ulong.TryParse(Environment.GetEnvironmentVariable("OPTIMIZER_SEEDS"), out var seeds) ? seeds : Default;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_InVirtualTime_ComesToWhatTheModelSays(bool isCached)
    {
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            var world = new ScriptWorld();
            var clock = new VirtualClock(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
            var options = new EngineOptions { CacheIdle = isCached ? TimeSpan.FromMinutes(5) : TimeSpan.Zero, KeepFinished = null };
            await using var engine = await EmbeddedEngine.OpenAsync(options, world.Registry(TimeSpan.FromHours(7)), clock);
            world.Engine = engine;
            await StartAsync(engine, seed);

            await engine.RunUntilAsync(clock.GetUtcNow().AddDays(200));

            await CheckAsync(engine, world, seed);
        }
    }

    [Fact]
    public async Task Run_OnAllThreads_ComesToWhatTheModelSays()
    {
        var worlds = new ScriptWorld();
        await using var engine = await EmbeddedEngine.OpenAsync(new EngineOptions { CacheBytes = 20_000 }, worlds.Registry(TimeSpan.FromMilliseconds(1)), TimeProvider.System);
        worlds.Engine = engine;

        for (var seed = 0UL; seed < Seeds; seed++)
        {
            await StartAsync(engine, seed);
        }

        for (var seed = 0UL; seed < Seeds; seed++)
        {
            await CheckOutputAsync(engine, seed);
        }

        Assert.False(worlds.HasMixedUp);
        Assert.Equal(Enumerable.Range(0, (int)Seeds).Sum(seed => ScriptModel.Effects(Script.Of((ulong)seed))), worlds.Effects.Count);
    }

    [Fact]
    public async Task Run_DroppedDeadAtRandom_ComesToWhatTheModelSays()
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-scripts-");
        try
        {
            var file = Path.Combine(folder.FullName, "engine.db");
            var (world, chance) = (new ScriptWorld(), new SplitMix(7));
            var registry = world.Registry(TimeSpan.FromMilliseconds(1));
            var engine = await OpenAsync(file, registry, world);
            for (var seed = 0UL; seed < Seeds; seed++)
            {
                await StartAsync(engine, seed);
                if (chance.Next() % 4 == 0)
                {
                    await engine.AbandonAsync();
                    engine = await OpenAsync(file, registry, world);
                }
            }

            for (var seed = 0UL; seed < Seeds; seed++)
            {
                await CheckOutputAsync(engine, seed);
            }

            Assert.False(world.HasMixedUp);
            Assert.Equal(Enumerable.Range(0, (int)Seeds).Sum(seed => ScriptModel.Effects(Script.Of((ulong)seed))), world.Effects.Count);
            await engine.DisposeAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<EmbeddedEngine> OpenAsync(string file, Workflows.WorkflowRegistry registry, ScriptWorld world)
    {
        // However often it dies: no script is the cause.
        var options = new EngineOptions { File = file, MaxAttempts = int.MaxValue };
        return world.Engine = await EmbeddedEngine.OpenAsync(options, registry, TimeProvider.System);
    }

    private static async Task StartAsync(EmbeddedEngine engine, ulong seed) => Assert.Equal(
        StartAnswer.Started, await engine.StartAsync(ScriptWorkflow.Handle, $"script-{seed}", new ScriptProgress(Script.Of(seed), 0, 0)));

    private static async Task CheckAsync(EmbeddedEngine engine, ScriptWorld world, ulong seed)
    {
        await CheckOutputAsync(engine, seed);
        Assert.False(world.HasMixedUp, $"seed {seed}: an idempotency key was used twice");
        Assert.True(ScriptModel.Effects(Script.Of(seed)) == world.Effects.Count, $"seed {seed}: {world.Effects.Count} effects");
    }

    private static async Task CheckOutputAsync(EmbeddedEngine engine, ulong seed)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        InstanceStatus? status = null;
        try
        {
            status = await engine.CompletionAsync($"script-{seed}", patience.Token);
        }
        catch (OperationCanceledException)
        {
            status = await engine.StatusAsync($"script-{seed}");
        }

        Assert.True(
            status?.State == RunState.Completed && status.Output!.Value.Read<long>() == ScriptModel.Run(Script.Of(seed)),
            $"seed {seed}: {status?.State}, {status?.Output}, expected {ScriptModel.Run(Script.Of(seed))}; {status?.Failure}");
    }
}
