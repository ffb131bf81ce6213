using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Keeps a signal for an instance.</summary>
/// <param name="core">The engine.</param>
/// <param name="id">The receiver.</param>
/// <param name="instance">The receiver, when it is live.</param>
/// <param name="signal">The message.</param>
internal sealed class SignalRequest(EngineCore core, string id, LiveInstance? instance, Message.Signalled signal) : Request<SignalAnswer>
{
    private Message? _kept;
    private SignalAnswer _given;

    public override void Apply(IEngineStore store)
    {
        _kept = null;
        if (instance is null || instance.Written.IsGone)
        {
            _given = store.Find(id) is null ? SignalAnswer.NotFound : SignalAnswer.AlreadyFinished;
        }
        else if (signal.Key is { } key && !store.TryAddSignalKey(instance.Written.Key, key, core.Now))
        {
            _given = SignalAnswer.Duplicate;
        }
        else
        {
            _kept = Instances.Keep(store, instance, core.Now, signal);
            _given = SignalAnswer.Accepted;
        }
    }

    public override void Undo() => instance?.Written.Take(_kept?.Sequence ?? 0);

    public override void Durable()
    {
        if (_kept is not null)
        {
            core.Post(instance!, _kept);
        }

        Give(_given);
    }
}
