using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Keeps an activity's answer for an instance that is suspended or parked.</summary>
internal sealed class KeepAnswerChange(EngineCore core, LiveInstance instance, Message message) : Change
{
    private Message? _kept;

    public override void Apply(IEngineStore store)
    {
        var written = instance.Written;
        _kept = written.IsGone || written.Generation != message.AnswersGeneration ? null : Instances.Keep(store, instance, core.Now, message);
    }

    public override void Undo() => instance.Written.Take(_kept?.Sequence ?? 0);

    public override void Durable()
    {
        if (_kept is not null)
        {
            core.Post(instance, _kept);
        }
    }

    // Without its answer the activity counts as open, and runs again on resume.
    public override void Broken(Exception fault)
    {
        lock (instance)
        {
            instance.EndActivity(message);
        }
    }
}
