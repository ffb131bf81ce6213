using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Connectors.Notices;
using Optimizer.Functions.Durable;

namespace Optimizer.Functions.Timers;

/// <summary>Sends the notices that are due. What is under way when time is up, or when the process dies, goes out again under the same key.</summary>
internal sealed class DeliveryTimer(NoticePost post, TimeProvider clock)
{
    // Shorter than the pause between two ticks.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    [Function("Delivery")]
    public async Task RunAsync([TimerTrigger($"%{Settings.SettingNames.DeliverySchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        // A question is shown as the engine has it.
        CurrentClient.Value = client;
        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        _ = await post.DeliverDueAsync(either.Token);
    }
}
