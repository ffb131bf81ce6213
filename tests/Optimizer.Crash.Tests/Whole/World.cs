using Optimizer.Crash.Tests.Dying;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>What the activities act on: it outlives every life, and reconciles by idempotency key.</summary>
internal sealed class World
{
    private readonly Lock _lock = new();
    private readonly List<WorldRun> _runs = [];

    /// <summary>Every run of an activity that reached the world, in order.</summary>
    public IReadOnlyList<WorldRun> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs];
            }
        }
    }

    /// <summary>Contents by key, sorted: what the world looks like to who reconciles.</summary>
    public IReadOnlyList<string> Effects => [.. Runs.Where(run => run.Took).DistinctBy(run => run.Key).Select(run => run.Content).Order(StringComparer.Ordinal)];

    /// <summary>Keys that stand for more than one content.</summary>
    public IReadOnlyList<string> Mixed => [.. Runs.DistinctBy(run => (run.Key, run.Content)).GroupBy(run => run.Key).Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>An activity comes to the world; a dead process does not get there any more.</summary>
    public string Take(Life life, ActivityContext call, string content, bool takes = true)
    {
        lock (_lock)
        {
            life.MustGoOn();
            _runs.Add(new WorldRun(call.IdempotencyKey, content, call.Attempt, takes));
            return content;
        }
    }
}
