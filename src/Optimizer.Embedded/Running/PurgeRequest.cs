using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Deletes a finished instance and its finished descendants.</summary>
internal sealed class PurgeRequest(string id) : Request<ControlAnswer>
{
    private ControlAnswer _given;

    /// <summary>How many were deleted.</summary>
    public int Deleted { get; private set; }

    public override void Apply(IEngineStore store)
    {
        Deleted = 0;
        var row = store.Find(id);
        _given = row is null ? ControlAnswer.NotFound
            : row.State.IsFinished() ? ControlAnswer.Done
            : ControlAnswer.NotFinished;
        if (_given == ControlAnswer.Done)
        {
            Delete(store, row!);
        }
    }

    public override void Durable() => Give(_given);

    private void Delete(IEngineStore store, InstanceRow row)
    {
        foreach (var child in store.Children(row.Key))
        {
            if (child.State.IsFinished())
            {
                Delete(store, child);
            }
        }

        store.Delete(row.Key);
        Deleted++;
    }
}
