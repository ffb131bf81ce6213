using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Deletes some of the finished instances that a query finds; few at a time, so that nobody waits long behind it.</summary>
internal sealed class PurgeManyRequest(InstanceQuery query) : Request<int>
{
    /// <summary>Most that one transaction deletes.</summary>
    public const int Most = 100;

    private static readonly RunState[] Finished = [RunState.Completed, RunState.Failed, RunState.Terminated];

    private readonly InstanceQuery _query = query with { States = [.. (query.States ?? Finished).Where(state => state.IsFinished())] };
    private int _deleted;

    public override void Apply(IEngineStore store)
    {
        var rows = _query.States!.Count == 0 ? [] : store.List(_query, 0, Most);
        foreach (var row in rows)
        {
            store.Delete(row.Key);
        }

        _deleted = rows.Count;
    }

    public override void Durable() => Give(_deleted);
}
