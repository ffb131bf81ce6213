using System.Collections.Concurrent;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Scripts;

/// <summary>What scripted workflows act on: it outlives the engines, and takes an effect once by its key.</summary>
internal sealed class ScriptWorld
{
    private readonly ConcurrentDictionary<string, int> _effects = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();

    /// <summary>The engine that lives now; signals go through it.</summary>
    public EmbeddedEngine? Engine { get; set; }

    /// <summary>Effects by key: the operation that caused each.</summary>
    public IReadOnlyDictionary<string, int> Effects => _effects;

    /// <summary>A key was used by two operations: an effect would have been lost.</summary>
    public bool HasMixedUp { get; private set; }

    /// <param name="unit">Shortest sleep.</param>
    public WorkflowRegistry Registry(TimeSpan unit) => new WorkflowRegistry()
        .Add(ScriptWorkflow.Handle, new ScriptWorkflow(unit).ContinueAsync)
        .Add(ScriptWorkflow.Work, WorkAsync)
        .Add(ScriptWorkflow.Send, SendAsync)
        .Add(ScriptWorkflow.Refuse, (_, op) => Task.FromException<None>(new InvalidOperationException($"refused {op}")));

    private async Task<long> WorkAsync(ActivityContext context, Op.Call call)
    {
        await Task.Yield();
        if (_failures.AddOrUpdate(context.IdempotencyKey, 1, (_, times) => times + 1) <= call.Failures)
        {
            throw new TimeoutException("not yet");
        }

        Take(context.IdempotencyKey, call.Id);
        return ScriptModel.AnswerOf(call.Id);
    }

    private async Task<None> SendAsync(ActivityContext context, int op)
    {
        for (var time = 0; time < 2; time++)
        {
            var answer = await Engine!.SignalAsync(
                context.InstanceId, ScriptWorkflow.SignalOf(op), ScriptModel.SignalOf(op), context.IdempotencyKey, context.CancellationToken);
            if (answer is not (SignalAnswer.Accepted or SignalAnswer.Duplicate))
            {
                throw new InvalidOperationException($"the signal of {op} was answered {answer}");
            }
        }

        Take(context.IdempotencyKey, op);
        return None.Value;
    }

    private void Take(string key, int op) => HasMixedUp |= _effects.GetOrAdd(key, op) != op;
}
