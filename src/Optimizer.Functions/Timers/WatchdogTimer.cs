using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Optimizer.Functions.Definitions;
using Optimizer.Functions.Durable;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Watch;

namespace Optimizer.Functions.Timers;

/// <summary>Every few minutes: says that this deployment runs, brings changed definitions into force, and looks after the plays.</summary>
internal sealed partial class WatchdogTimer(HubClaim claim, HostHealth health, PlayWatch watch, ILogger<WatchdogTimer> log, BlobDefinitions? definitions = null)
{
    [Function("Watchdog")]
    public async Task RunAsync([TimerTrigger($"%{Settings.SettingNames.WatchdogSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        CurrentClient.Value = client;

        // First: a hub that another deployment took meanwhile is left alone.
        await claim.HoldAsync(cancellationToken);
        await health.CheckAsync(cancellationToken);
        foreach (var problem in definitions is null ? [] : await definitions.LookAsync(cancellationToken))
        {
            LogNotInForce(problem);
        }

        var faults = await watch.LookAsync(cancellationToken);
        if (faults.Count > 0)
        {
            // The platform notes the tick as failed; the next one looks again.
            throw new AggregateException("not everything could be looked after", faults);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "not in force: {Problem}")]
    private partial void LogNotInForce(string problem);
}
