using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Writes what happened.</summary>
internal sealed class RecordActivity(World world)
{
    public static Activity<RecordOrder, None> Handle { get; } = new(ActivityNames.Record);

    public async Task<None> RunAsync(ActivityContext context, RecordOrder order)
    {
        await world.Audit.AppendAsync(
            [.. order.Entries.Select((entry, index) => new KeyedEntry($"{order.Key}-{index}", entry))], context.CancellationToken);
        if (order.Notice is { } notice)
        {
            await world.Notifier.NotifyAsync(notice, $"{order.Key}/notice", context.CancellationToken);
        }

        return default;
    }
}
