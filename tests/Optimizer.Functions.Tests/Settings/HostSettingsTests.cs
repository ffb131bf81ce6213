using System.Text.Json;
using Optimizer.Functions.Settings;
using Optimizer.Testing;

namespace Optimizer.Functions.Tests.Settings;

/// <summary>A host that cannot run says everything that is wrong with its settings at once, and nothing of what they hold.</summary>
public class HostSettingsTests
{
    private const string Secret = "c0ffee5ec2e7c0ffee5ec2e7c0ffee5e";

    private static readonly string[] Needed =
    [
        SettingNames.DeliverySchedule, SettingNames.LinkKey, SettingNames.PublicAddress, SettingNames.PurgeSchedule, SettingNames.Storage, SettingNames.TaskHub, SettingNames.WatchdogSchedule,
    ];

    private static Dictionary<string, string?> Right => new()
    {
        [SettingNames.DeliverySchedule] = "30 * * * * *",
        [SettingNames.LinkKey] = Secret + Secret,
        [SettingNames.PublicAddress] = "https://optimizer.example.com",
        [SettingNames.PurgeSchedule] = "0 20 3 * * *",
        [SettingNames.Storage] = "UseDevelopmentStorage=true",
        [SettingNames.TaskHub] = "OptimizerTest",
        [SettingNames.WatchdogSchedule] = "0 */5 * * * *",
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { SettingNames.TaskHub, "ab" },
        { SettingNames.TaskHub, "1hub" },
        { SettingNames.TaskHub, "my-hub" },
        { SettingNames.TaskHub, new('a', 46) },
        { SettingNames.TaskHub, "" },
        { SettingNames.LinkKey, "abc" },
        { SettingNames.LinkKey, "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/LinkKey)" },
        { SettingNames.LinkKey, "0000000000000000000000000000000000000000000000000000000000000000" },
        { SettingNames.PublicAddress, "plays.example.org" },
        { SettingNames.PublicAddress, "http://optimizer.example.com" },
        { SettingNames.PublicAddress, "https://user:pass@optimizer.example.com" },
        { SettingNames.FirstAdminToken, "secret" },
        { SettingNames.FirstAdminToken, " @microsoft.keyvault(VaultName=v;SecretName=s)" },
        { SettingNames.Storage, "AccountName=x" },
        { SettingNames.StorageTables, "http://x.table.core.windows.net" },
        { SettingNames.WatchdogSchedule, "*/7 * * * *" },
        { SettingNames.WatchdogSchedule, "0 99 * * * *" },
        { SettingNames.PurgeSchedule, "every day" },
        { SettingNames.HistoryDays, "0" },
        { SettingNames.HistoryDays, "ten" },
        { SettingNames.KpiContainer, "KPIs" },
        { SettingNames.DefinitionsContainer, "a--b" },
        { SettingNames.OpenAiEndpoint, "https://name.openai.azure.com/" },
        { SettingNames.OpenAiDeployment, "gpt" },
        { "OPTIMIZER_MODEL", "claude" },
        { SettingNames.Notifications, "sinks: 7" },
        { SettingNames.Notifications, "sinks: [{name: disk, type: file}]" },
        { SettingNames.ApplicationInsights, "" },
    };

    [Fact]
    public void Read_OfRightSettings_HoldsThem()
    {
        var settings = Read(Right);
        Assert.Equal("OptimizerTest", settings.TaskHub);
        Assert.Equal(new Uri("https://optimizer.example.com/"), settings.PublicAddress);
        Assert.Equal("kpis", settings.KpiContainer);
        Assert.Null(settings.DefinitionsContainer);
        Assert.Equal(90, settings.HistoryDays);
        Assert.Null(settings.FirstAdminToken);
        Assert.False(settings.HasTelemetry);
        Assert.Equal("log", Assert.Single(settings.Notices.Sinks).Name);
    }

    [Fact]
    public void Read_ByIdentity_NeedsNoConnectionString()
    {
        var settings = Right;
        settings.Remove(SettingNames.Storage);
        settings[SettingNames.StorageTables] = "https://account.table.core.windows.net/";
        settings[SettingNames.StorageBlobs] = "https://account.blob.core.windows.net/";
        settings[SettingNames.StorageClient] = "11111111-1111-1111-1111-111111111111";
        Assert.Equal("account.blob.core.windows.net", Read(settings).Storage.Blobs?.Host);
    }

    [Fact]
    public void Read_OfNothing_NamesEverySettingThatIsNeeded()
    {
        var fault = Assert.Throws<SettingsException>(() => Read([]));
        Assert.Equal(Needed, fault.Problems.Select(problem => problem.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(Needed, name => Assert.Contains(name, fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_OfAWrongSetting_NamesItAndShowsNothingOfIt(string name, string value)
    {
        var settings = Right;
        settings[name] = value;
        var fault = Assert.Throws<SettingsException>(() => Read(settings));
        Assert.All(fault.Problems, problem => Assert.Matches($"^({name}|{SettingNames.StorageBlobs}):", problem));
        Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
        Assert.True(value.Trim().Length < 4 || !fault.Message.Contains(value.Trim(), StringComparison.Ordinal), fault.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/SlackBotToken)")]
    public void Read_OfASinkWhoseSecretIsNotThere_NamesTheSettingAndTheSink(string? token)
    {
        var settings = Right;
        settings[SettingNames.Notifications] = "{version: 1, sinks: [{name: growth, kind: slack, channel: C024BE7LH, tokenFrom: SLACK_BOT_TOKEN, secretFrom: SLACK_SIGNING_SECRET}]}";
        settings["SLACK_SIGNING_SECRET"] = Secret;
        settings["SLACK_BOT_TOKEN"] = token;

        Assert.StartsWith("SLACK_BOT_TOKEN: ", Assert.Single(Assert.Throws<SettingsException>(() => Read(settings)).Problems), StringComparison.Ordinal);
        settings["SLACK_BOT_TOKEN"] = "xoxb-test";
        Assert.Equal("C024BE7LH", Assert.Single(Read(settings).Notices.Sinks).Channel);
    }

    [Fact]
    public void Read_OfSeveralWrongSettings_NamesThemAll()
    {
        var settings = Right;
        (settings[SettingNames.TaskHub], settings[SettingNames.LinkKey], settings[SettingNames.HistoryDays]) = ("-", "-", "-");
        Assert.Equal(3, Assert.Throws<SettingsException>(() => Read(settings)).Problems.Count);
    }

    [Fact]
    public void Read_OfTheSample_IsRightOnThisMachine()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Repository.File("local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString());
        Assert.Equal("OptimizerLocal", Read(values).TaskHub);
    }

    [Theory]
    [InlineData("0 */5 * * * *", true)]
    [InlineData("0 0 8-18/2 * JAN,JUN MON-FRI", true)]
    [InlineData("0 0 25 * * *", false)]
    [InlineData("0 0 0 0 * *", false)]
    [InlineData("* * * * * * *", false)]
    [InlineData("0 0 1,,2 * * *", false)]
    [InlineData("0 */0 * * * *", false)]
    public void Ncrontab_Read_TakesSchedulesOfSixFields(string text, bool isOne) => Assert.Equal(isOne, Ncrontab.Read(text) is not null);

    private static HostSettings Read(Dictionary<string, string?> settings) => HostSettings.Read(settings.GetValueOrDefault);
}
