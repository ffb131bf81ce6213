using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Benchmarks.Engine;

/// <summary>An engine on a file with its defaults, whose flushes can be counted.</summary>
internal sealed class OpenEngine : IAsyncDisposable
{
    private readonly IEngineStore _store;

    private OpenEngine(EmbeddedEngine engine, IEngineStore store) => (Engine, _store) = (engine, store);

    public EmbeddedEngine Engine { get; }

    public long Flushes => _store.Flushes;

    public static async Task<OpenEngine> AtAsync(string file, WorkflowRegistry? registry = null)
    {
        IEngineStore? opened = null;
        var engine = await EmbeddedEngine.OpenAsync(
            new() { File = file }, registry ?? Trials.Registry(), TimeProvider.System, null, null, store => opened = store);
        return new(engine, opened!);
    }

    /// <summary>Starts instances <c>prefix-0</c>, <c>prefix-1</c>, … at once and waits until each has taken its first turn.</summary>
    public async Task StartManyAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string prefix, int count, TIn input)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(at => StartAsync(workflow, $"{prefix}-{at}", input)));
        while ((await Engine.ListAsync(new() { States = [RunState.Pending], PageSize = 1 })).Instances.Count > 0)
        {
            await Task.Delay(5);
        }
    }

    /// <summary>One workflow from start to end, as a caller sees it.</summary>
    public async Task RunAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string id, TIn input)
    {
        await StartAsync(workflow, id, input);
        await CompleteAsync(id);
    }

    /// <exception cref="InvalidOperationException">It ended otherwise than completed.</exception>
    public async Task CompleteAsync(string id)
    {
        var ended = await Engine.CompletionAsync(id);
        if (ended?.State is not RunState.Completed)
        {
            throw new InvalidOperationException($"'{id}' ended as {ended?.State}: {ended?.Failure}");
        }
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private async Task StartAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string id, TIn input)
    {
        if (await Engine.StartAsync(workflow, id, input) is var answer and not StartAnswer.Started)
        {
            throw new InvalidOperationException($"'{id}' was not started: {answer}");
        }
    }
}
