using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Identity;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Settings;

namespace Optimizer.Functions.Composition;

/// <summary>What is done once before the first function runs; done again by each instance, which changes nothing.</summary>
internal static class HostStart
{
    /// <exception cref="HubTakenException">Another deployment runs on the task hub.</exception>
    public static async Task RunAsync(IServiceProvider services, HostSettings settings, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<HubClaim>().HoldAsync(cancellationToken);
        if (settings.FirstAdminToken is { } given)
        {
            var records = services.GetRequiredService<HostRecords>();
            await FirstToken.TakeAsync(records.Tokens, records.Audit, given, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        }
    }
}
