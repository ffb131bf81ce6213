using System.Text.Json;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Reads the records of an instance whose code was let go, for a turn that waits for them.</summary>
internal sealed class LoadChange(EngineCore core, LiveInstance instance, IReadOnlyList<Message> told) : Change, IThreadPoolWorkItem
{
    private InstanceRow? _row;
    private IReadOnlyList<RecordRow> _records = [];

    public override void Apply(IEngineStore store)
    {
        _row = instance.Written.IsGone ? null : store.Find(instance.Id);
        _records = _row is null ? [] : store.Records(_row.Key);
    }

    public override void Durable() => core.Work.Add(this, isNext: false);

    public override void Broken(Exception fault) => core.Turns.Park(instance, told, $"its records cannot be read: {fault.Message}");

    public void Execute()
    {
        if (_row is null)
        {
            core.Turns.Ended(instance);
            return;
        }

        try
        {
            core.Turns.Loaded(instance, told, _row.Input, Story.Of(_records));
        }
        catch (JsonException fault)
        {
            core.Turns.Park(instance, told, fault.Message);
        }
    }
}
