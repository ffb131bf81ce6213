using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Optimizer.Functions.Settings;

namespace Optimizer.Functions.Composition;

/// <summary>Traces, metrics and logs to Application Insights, as one story with the platform's own.</summary>
internal static class Telemetry
{
    // Without keys: who may write there is a matter of roles.
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, HostSettings settings, Func<string, string?> environment)
    {
        if (!settings.HasTelemetry)
        {
            return services;
        }

        _ = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource("Optimizer.*"))
            .UseAzureMonitorExporter(exporter => exporter.Credential = environment(Authentication) is { Length: > 0 } ? StorageClients.Identity(settings.Storage.ClientId) : null);
        return services;
    }
}
