using System.Globalization;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Watch;

/// <summary>
/// Starts a failed instance again from the input of its last generation, which is all that it remembered when it last slept. The steps
/// after that are taken again under the same keys, so what they did outside is not done twice. Said first, in the trail and to people, and
/// under keys of the failure: who dies in between, or comes twice, says and does it once.
/// </summary>
internal sealed class Revival(World world, TimeProvider clock)
{
    /// <summary>Times within a day that the same instance is started again; what fails oftener fails always, and needs a person.</summary>
    public const int MostADay = 3;

    private const string Order = "restart";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="workflow">What it runs.</param>
    /// <param name="failed">How it stands.</param>
    /// <param name="play">The play it belongs to; "-" for none.</param>
    /// <param name="cancellationToken">Stops it; the next look does it again.</param>
    /// <exception cref="UnreadablePayloadException">What it remembered does not read: it is left as it is.</exception>
    public async Task StartAgainAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, InstanceStatus failed, string play, CancellationToken cancellationToken)
    {
        var input = failed.Input.ReadAs<TIn>("what an instance remembered", failed.InstanceId);
        var failure = $"failed-{failed.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}";
        var (now, id, why) = (clock.GetUtcNow(), failed.InstanceId, failed.Failure?.Message ?? "no reason is known");
        if (await CountAsync(id, play, failure, now, cancellationToken) >= MostADay)
        {
            await TellAsync(
                new(play, "high", $"{id} fails again and again", $"It was started again {MostADay} times within a day and failed each time. It stands still until tomorrow, or until the cause is mended. {why}", $"stuck-{id}")
                {
                    Kind = NoticeKind.LoopStuck,
                },
                $"watchdog/{id}/{failure}/given-up", cancellationToken);
            return;
        }

        await world.Audit.AppendAsync($"watchdog/{id}/{failure}", new()
        {
            Actor = "system",
            At = now,
            Cause = id,
            Event = new OrderGiven(Order, $"{id} {failure}: {why}"),
            Play = play,
        }, cancellationToken);
        await TellAsync(
            new(play, "warn", $"{id} failed and was started again", $"It goes on from what it remembered when it last slept. {why}", $"stuck-{id}") { Kind = NoticeKind.LoopStuck },
            $"watchdog/{id}/{failure}", cancellationToken);
        await world.Client().StartAsync(workflow, id, input, new() { Reuse = Reuse.WhenFinished, Tags = failed.Tags }, cancellationToken);
    }

    // This failure itself is not counted: it may have been said by a look that died.
    private async Task<int> CountAsync(string id, string play, string failure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var record in world.Audit.ReadAsync(new() { Kinds = ["order.given"], Play = play, Since = now - Day }, cancellationToken))
        {
            count += record.Entry.Event is OrderGiven { Order: Order } order && order.Detail.StartsWith($"{id} ", StringComparison.Ordinal)
                && !order.Detail.StartsWith($"{id} {failure}:", StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    private Task TellAsync(Notice notice, string key, CancellationToken cancellationToken) => world.Notifier.NotifyAsync(notice, key, cancellationToken);
}
