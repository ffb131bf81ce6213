using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Tests.Embedded.Running;

public sealed class IdempotencyKeyTests : IDisposable
{
    private static readonly Activity<int, int> Pay = new("pay");
    private static readonly Workflow<int, int> Play = new("play");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-keys-");
    private readonly List<string> _keys = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Call_RetriedAndInTheNextGeneration_KeepsItsKeyAndTakesANewOne()
    {
        await RunAsync("engine.db", "a", generations: 2);

        // Two attempts of each call, two calls a generation, two generations.
        Assert.Equal(8, _keys.Count);
        Assert.Equal(4, _keys.Distinct().Count());
        Assert.All(_keys.Chunk(2), attempts => Assert.Equal(attempts[0], attempts[1]));
    }

    [Fact]
    public async Task Call_SameInstanceInAnotherFile_TakesAnotherKey()
    {
        await RunAsync("first.db", "a", generations: 1);
        await RunAsync("second.db", "a", generations: 1);

        Assert.Equal(4, _keys.Distinct().Count());
    }

    [Fact]
    public async Task Call_SameFileOpenedAgain_DiffersInTheInstanceAlone()
    {
        await RunAsync("engine.db", "a", generations: 1);
        await RunAsync("engine.db", "b", generations: 1);

        Assert.Equal(4, _keys.Distinct().Count());
        Assert.Single(_keys.Select(key => key.Split('-')[0]).Distinct());
    }

    [Fact]
    public async Task Call_InMemory_RepeatsFromRunToRun()
    {
        await RunAsync(null, "a", generations: 1);
        await RunAsync(null, "a", generations: 1);

        Assert.Equal(_keys.Take(4), _keys.Skip(4));
    }

    private async Task RunAsync(string? file, string id, int generations)
    {
        var registry = new WorkflowRegistry()
            .Add(Pay, (context, amount) =>
            {
                _keys.Add(context.IdempotencyKey);
                return context.Attempt == 1 ? Task.FromException<int>(new TimeoutException()) : Task.FromResult(amount);
            })
            .Add(Play, async (context, left) =>
            {
                await context.CallAsync(Pay, 1, new(2, TimeSpan.FromMinutes(1)));
                await context.CallAsync(Pay, 2, new(2, TimeSpan.FromMinutes(1)));
                if (left > 1)
                {
                    context.ContinueAsNew(left - 1);
                }

                return 0;
            });
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        var options = new EngineOptions { File = file is null ? null : Path.Combine(_folder.FullName, file) };
        await using var engine = await EmbeddedEngine.OpenAsync(options, registry, clock);
        await engine.StartAsync(Play, id, generations);
        await engine.RunUntilAsync(DateTimeOffset.UnixEpoch.AddDays(1));
    }
}
