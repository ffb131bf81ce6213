using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Durable;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Http;
using Optimizer.Functions.Settings;
using Optimizer.Workflows;

try
{
    var settings = HostSettings.Read(Environment.GetEnvironmentVariable);
    var clients = StorageClients.Open(settings.Storage);
    var storage = new HubStorage(clients, settings.TaskHub);
    var rows = new HostRows(await storage.TableAsync("Host", CancellationToken.None));
    var records = await HostRecordsOpening.OpenAsync(storage, TimeProvider.System, CancellationToken.None);

    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.Configure<KestrelServerOptions>(WorkerLimits.Apply);
    builder.Services.AddSingleton(TimeProvider.System).AddSingleton(settings).AddSingleton(clients).AddSingleton(rows).AddSingleton(records);
    builder.Services.AddSingleton<IWorkflowClient>(provider => new DurableWorkflowClient(
        () => CurrentClient.Value, provider.GetRequiredService<WorkflowRegistry>, records.SignalKeys, TimeProvider.System));
    builder.Services.AddHost(settings, Environment.GetEnvironmentVariable).AddTelemetry(settings, Environment.GetEnvironmentVariable);

    using var host = builder.Build();
    await HostStart.RunAsync(host.Services, settings, CancellationToken.None);
    await host.RunAsync();
    return 0;
}
catch (Exception fault) when (fault is SettingsException or HubTakenException)
{
    // The platform shows this as the reason why the app does not start.
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
