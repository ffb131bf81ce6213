using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Optimizer.Connectors.Notices;
using Optimizer.Functions.Durable;
using Optimizer.Functions.Settings;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Functions.Timers;
using Optimizer.Functions.Watch;
using Optimizer.Testing;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Timers;

/// <summary>What fires by the clock: on schedules that the settings give, with the client of the platform, and never at a start.</summary>
public class TimerTests
{
    private static readonly DurableTaskClient Client = new Mock<DurableTaskClient>("test").Object;

    [Fact]
    public void Schedules_OfAllTimers_AreSettingsThatTheStartChecks() => Assert.All(
        FoundFunction.All.Select(function => function.Trigger).OfType<TimerTriggerAttribute>(),
        timer =>
        {
            Assert.Contains(timer.Schedule.Trim('%'), new[] { SettingNames.DeliverySchedule, SettingNames.PurgeSchedule, SettingNames.WatchdogSchedule });
            Assert.False(timer.RunOnStartup);
            Assert.True(timer.UseMonitor);
        });

    [Fact]
    public void Hub_OfHostJson_IsTheSetting()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Repository.File("host.json")));
        var extensions = host.RootElement.GetProperty("extensions");
        Assert.Equal($"%{SettingNames.TaskHub}%", extensions.GetProperty("durableTask").GetProperty("hubName").GetString());
        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Theory]
    [InlineData(SettingNames.DeliverySchedule)]
    [InlineData(SettingNames.LinkKey)]
    [InlineData(SettingNames.PublicAddress)]
    [InlineData(SettingNames.PurgeSchedule)]
    [InlineData(SettingNames.StorageBlobs)]
    [InlineData(SettingNames.StorageTables)]
    [InlineData(SettingNames.TaskHub)]
    [InlineData(SettingNames.WatchdogSchedule)]
    public void Infrastructure_ForEverySettingThatIsNeeded_SetsIt(string name) =>
        Assert.Contains($"\n  {name}: ", File.ReadAllText(Repository.File("infra", "app", "api.bicep")), StringComparison.Ordinal);

    [Fact]
    public async Task Purge_OnItsTick_AsksTheEngineOfThePlatform()
    {
        var (asked, engine) = (new List<InstanceQuery>(), new Mock<IWorkflowClient>());
        engine.Setup(client => client.PurgeAsync(It.IsAny<InstanceQuery>(), It.IsAny<CancellationToken>()))
            .Callback((InstanceQuery query, CancellationToken _) => asked.Add(query)).ReturnsAsync(1);
        var clock = new Embedded.VirtualClock(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var histories = new OldHistories(() => CurrentClient.Value == Client ? engine.Object : throw new InvalidOperationException("another client"), 90, clock);

        await new PurgeTimer(histories, NullLogger<PurgeTimer>.Instance).RunAsync(new(), Client, default);

        Assert.All(asked, query => Assert.Equal(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), query.FinishedBefore));
        Assert.DoesNotContain(LoopNames.Play.Name, asked.Select(query => query.Workflow));
        Assert.DoesNotContain(null, asked.Select(query => query.Workflow));
    }

    [Fact]
    public async Task Delivery_OnItsTick_SendsAllThatIsDueAndNothingTwice()
    {
        await using var kit = await HostKit.OpenAsync();
        var lines = new List<string>();
        using var post = new NoticePost(kit.Told, new([new("log", SinkKind.Terminal, new() { IsMachine = true })]), _ => null, Path.GetTempPath(), lines.Add, kit.Clock, new());
        for (var notice = 0; notice < 20; notice++)
        {
            await post.Notifier.NotifyAsync(new Notice($"play-{notice}", "high", $"subject {notice}", "text", $"about-{notice}"), $"key-{notice}", default);
        }

        var timer = new DeliveryTimer(post, TimeProvider.System);
        await timer.RunAsync(new(), Client, default);
        await timer.RunAsync(new(), Client, default);

        Assert.Equal(20, lines.Count);
    }
}
