using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Reads how an instance stands, and keeps it for the next who asks.</summary>
internal sealed class StatusRequest(StatusCache cache, string id) : Request<InstanceStatus?>
{
    private (long Key, InstanceStatus Status)? _read;

    public override bool OnlyReads => true;

    public override void Apply(IEngineStore store)
    {
        _read = null;
        if (store.Find(id) is { } row)
        {
            _read = (row.Key, StatusReader.Of(store, row));
            cache.Read(row.Key, this);
        }
    }

    public override void Durable()
    {
        if (_read is var (key, status))
        {
            cache.Keep(key, this, status);
        }

        Give(_read?.Status);
    }
}
