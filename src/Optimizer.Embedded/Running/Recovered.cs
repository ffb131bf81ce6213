using System.Text.Json;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>What an instance has to do by its records, for one that goes on after the process died or after it was stopped.</summary>
internal sealed class Recovered
{
    private readonly Story? _story;
    private readonly string? _fault;
    private readonly bool _isCold;

    private Recovered(Story? story, string? fault, bool isCold) => (_story, _fault, _isCold) = (story, fault, isCold);

    /// <summary>Reads the records; on the writer's thread.</summary>
    public static Recovered Read(IEngineStore store, LiveInstance instance)
    {
        var written = instance.Written;
        try
        {
            var story = Story.Of(store.Records(written.Key));
            var isCold = IsCold(instance);
            if (isCold)
            {
                // Also when this change is dropped: it is what the store has.
                foreach (var message in story.Untaken)
                {
                    written.Keep(message.Sequence);
                }
            }

            return new(story, null, isCold);
        }
        catch (JsonException fault)
        {
            return new(null, fault.Message, false);
        }
    }

    /// <summary>Whether it was not read since the start.</summary>
    public static bool IsCold(LiveInstance instance)
    {
        lock (instance)
        {
            return instance.IsCold;
        }
    }

    /// <summary>Begins its open activities, puts kept messages back in the mailbox, and lets it run.</summary>
    public void GoOn(EngineCore core, LiveInstance instance)
    {
        if (_story is null)
        {
            core.Writer.Submit(new ParkChange(core, instance, _fault!, EndsTurn: false));
            return;
        }

        lock (instance)
        {
            if (instance.IsCold)
            {
                instance.IsCold = false;
                instance.HasTurns = _story.Turns.Count > 0;
                instance.Restore(_story.Untaken);
            }
        }

        foreach (var call in _story.OpenActivities)
        {
            new ActivityRun(core, instance, instance.Generation, call, wasBegun: _isCold && _story.Begun.Contains(call.Step)).Begin();
        }

        core.Wake(instance);
    }
}
