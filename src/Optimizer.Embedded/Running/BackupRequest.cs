using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Copies the store between two transactions.</summary>
internal sealed class BackupRequest(string file) : Request<bool>
{
    private IEngineStore? _store;

    public override void Apply(IEngineStore store) => _store = store;

    // Not in Apply: a copy is made of what is committed.
    public override void Durable()
    {
        try
        {
            _store!.Backup(file);
            Give(true);
        }
        catch (Exception fault) when (fault is EngineFileException or StoreException)
        {
            GiveUp(fault is EngineFileException ? fault : new EngineFileException(file, fault.Message, fault));
        }
    }
}
