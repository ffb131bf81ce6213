using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Optimizer.Cockpit.Identity;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Settings;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tests.Composition;

/// <summary>The whole host as it is put together, over the emulator.</summary>
public class HostServicesTests
{
    [AzuriteFact]
    public async Task Host_OverTheEmulator_HoldsAllFunctionsAndTheFirstToken()
    {
        var token = TokenText.Make();
        var settings = HostSettings.Read(new Dictionary<string, string?>
        {
            [SettingNames.DefinitionsContainer] = "plays",
            [SettingNames.DeliverySchedule] = "30 * * * * *",
            [SettingNames.FirstAdminToken] = token.ToString(),
            [SettingNames.LinkKey] = string.Concat(Enumerable.Repeat("c0ffee42", 8)),
            [SettingNames.PublicAddress] = "https://optimizer.example.com",
            [SettingNames.PurgeSchedule] = "0 20 3 * * *",
            [SettingNames.Storage] = Environment.GetEnvironmentVariable(Azurite.Variable),
            [SettingNames.TaskHub] = $"t{Guid.NewGuid():N}",
            [SettingNames.WatchdogSchedule] = "0 */5 * * * *",
        }.GetValueOrDefault);
        var clients = StorageClients.Open(settings.Storage);
        var storage = new HubStorage(clients, settings.TaskHub);
        var clock = TimeProvider.System;
        var services = new ServiceCollection().AddLogging().AddSingleton(clock).AddSingleton(clients).AddSingleton(new HostRows(await storage.TableAsync("Host", default)))
            .AddSingleton(await HostRecordsOpening.OpenAsync(storage, clock, default))
            .AddSingleton(Mock.Of<IHostEnvironment>(environment => environment.ApplicationName == "Optimizer" && environment.EnvironmentName == "Production"))
            .AddSingleton(Mock.Of<IWorkflowClient>()).AddHost(settings, _ => null);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await HostStart.RunAsync(provider, settings, default);
        await HostStart.RunAsync(provider, settings, default);

        foreach (var type in FoundFunction.All.Select(function => function.Method.DeclaringType!).Where(type => !type.IsAbstract).Distinct())
        {
            Assert.NotNull(ActivatorUtilities.CreateInstance(provider, type));
        }

        Assert.Contains(LoopNames.Play.Name, provider.GetRequiredService<WorkflowRegistry>().Workflows.Select(code => code.Name));
        var records = provider.GetRequiredService<HostRecords>();
        Assert.Equal([token.Id], (await records.Tokens.ListAsync(default)).Select(each => each.Id));
        var written = 0;
        await foreach (var record in records.Audit.ReadAsync(new() { Kinds = ["token.issued"] }, default))
        {
            written++;
            Assert.DoesNotContain(token.Secret, record.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, written);
    }
}
