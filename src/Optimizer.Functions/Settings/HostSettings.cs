using System.Globalization;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Links;
using Optimizer.Workflows.Notices;

namespace Optimizer.Functions.Settings;

/// <summary>All settings of this host, read once at its start and found right.</summary>
internal sealed record HostSettings
{
    private const int UsualHistoryDays = 90;
    private const int MostHistoryDays = 3650;
    private const string UsualKpiContainer = "kpis";

    public required string TaskHub { get; init; }

    public required StoragePlace Storage { get; init; }

    public required LinkKey LinkKey { get; init; }

    public required Uri PublicAddress { get; init; }

    public required NoticeSettings Notices { get; init; }

    public required TokenText? FirstAdminToken { get; init; }

    public required string KpiContainer { get; init; }

    /// <summary>Null when definitions come by the API alone.</summary>
    public required string? DefinitionsContainer { get; init; }

    public required int HistoryDays { get; init; }

    public required bool HasTelemetry { get; init; }

    /// <summary>Whether the app stands behind App Service Authentication, and is reached in no other way.</summary>
    public required bool TrustsEasyAuth { get; init; }

    /// <summary>Which of the deployments this is.</summary>
    public required string Deployment { get; init; }

    /// <param name="find">The settings by name; null for one that is not there.</param>
    /// <exception cref="SettingsException">Some are missing, empty, unresolved or make no sense.</exception>
    public static HostSettings Read(Func<string, string?> find)
    {
        var reader = new SettingReader(find);
        foreach (var schedule in new[] { SettingNames.DeliverySchedule, SettingNames.PurgeSchedule, SettingNames.WatchdogSchedule })
        {
            _ = reader.As(schedule, reader.Text(schedule, Ncrontab.Right), Ncrontab.Read, Ncrontab.Right);
        }

        var settings = new HostSettings
        {
            DefinitionsContainer = Container(reader, SettingNames.DefinitionsContainer),
            Deployment = HostSettingReading.Deployment(find),
            FirstAdminToken = HostSettingReading.Token(reader),
            HasTelemetry = reader.Optional(SettingNames.ApplicationInsights, "set the connection string of an Application Insights resource") is not null,
            HistoryDays = Days(reader),
            KpiContainer = Container(reader, SettingNames.KpiContainer) ?? UsualKpiContainer,
            LinkKey = HostSettingReading.Key(reader)!,
            Notices = HostSettingReading.Notices(reader)!,
            PublicAddress = HostSettingReading.Address(reader)!,
            Storage = StoragePlace.Read(reader)!,
            TaskHub = HostSettingReading.Hub(reader)!,
            TrustsEasyAuth = HostSettingReading.Flag(reader, SettingNames.TrustEasyAuth),
        };
        reader.RefuseExample(settings.PublicAddress, SettingNames.LinkKey);
        reader.RefuseExample(settings.PublicAddress, SettingNames.FirstAdminToken);
        return reader.Problems.Count == 0 ? settings : throw new SettingsException(reader.Problems);
    }

    private static string? Container(SettingReader reader, string name)
    {
        const string right = "set the name of a blob container: 3 to 63 lower-case letters, digits and hyphens";
        return reader.As(name, reader.Optional(name, right), text =>
            text.Length is >= 3 and <= 63 && text.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '-')
                && !text.StartsWith('-') && !text.EndsWith('-') && !text.Contains("--", StringComparison.Ordinal) ? text : null, right);
    }

    private static int Days(SettingReader reader)
    {
        var right = $"set a number of days from 1 to {MostHistoryDays}";
        var days = reader.As(SettingNames.HistoryDays, reader.Optional(SettingNames.HistoryDays, right), text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostHistoryDays ? (object)number : null, right);
        return (int?)days ?? UsualHistoryDays;
    }
}
