using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Optimizer.Functions.Durable;
using Optimizer.Functions.Watch;

namespace Optimizer.Functions.Timers;

/// <summary>Deletes old histories, so that the engine's tables do not grow for ever.</summary>
internal sealed partial class PurgeTimer(OldHistories histories, ILogger<PurgeTimer> log)
{
    [Function("Purge")]
    public async Task RunAsync([TimerTrigger($"%{Settings.SettingNames.PurgeSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        CurrentClient.Value = client;
        var count = await histories.PurgeAsync(cancellationToken);
        LogPurged(count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "histories deleted: {Count}")]
    private partial void LogPurged(int count);
}
