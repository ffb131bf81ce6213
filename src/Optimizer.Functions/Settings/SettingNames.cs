namespace Optimizer.Functions.Settings;

/// <summary>Every setting that this host reads, by its name among the app settings.</summary>
internal static class SettingNames
{
    /// <summary>Where telemetry goes; none goes anywhere without it.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Blob container whose definitions are brought into force; none without it, and definitions come by the API alone.</summary>
    public const string DefinitionsContainer = "DefinitionsContainer";

    /// <summary>When notices go out, as NCRONTAB.</summary>
    public const string DeliverySchedule = "DeliverySchedule";

    /// <summary>Token of the first admin; may go once there is another admin.</summary>
    public const string FirstAdminToken = "FirstAdminToken";

    /// <summary>Days that histories of finished questions, experiments and reports are kept.</summary>
    public const string HistoryDays = "HistoryDays";

    /// <summary>Blob container with a CSV file of daily figures per play.</summary>
    public const string KpiContainer = "KpiContainer";

    /// <summary>What signed links are signed with.</summary>
    public const string LinkKey = "LinkKey";

    /// <summary>Who is told: the text of a notifications.yaml, or the same as JSON in one line.</summary>
    public const string Notifications = "Notifications";

    /// <summary>Where people reach this host.</summary>
    public const string PublicAddress = "PublicAddress";

    /// <summary>When old histories are deleted, as NCRONTAB.</summary>
    public const string PurgeSchedule = "PurgeSchedule";

    /// <summary>Storage of the records: a connection string, as Azurite has one; by identity the settings that begin with this name.</summary>
    public const string Storage = "Storage";

    public const string StorageBlobs = Storage + "__blobServiceUri";

    public const string StorageClient = Storage + "__clientId";

    public const string StorageTables = Storage + "__tableServiceUri";

    /// <summary>The task hub: orchestrations, and the prefix of the records' tables and containers.</summary>
    public const string TaskHub = "TaskHubName";

    /// <summary>true when the app stands behind App Service Authentication, whose header then says who looks at pages; false without it.</summary>
    public const string TrustEasyAuth = "TrustEasyAuth";

    /// <summary>When plays are looked after, as NCRONTAB.</summary>
    public const string WatchdogSchedule = "WatchdogSchedule";
}
