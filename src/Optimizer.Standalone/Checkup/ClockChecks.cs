using Optimizer.Embedded.Records;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether this machine's clock can be trusted: days, ticks and expiry all hang on it.</summary>
internal static class ClockChecks
{
    private static readonly TimeSpan Bearable = TimeSpan.FromMinutes(1);
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo"];

    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken) =>
        [await BackwardsAsync(patient, cancellationToken), Files(patient), TimeZones()];

    private static async Task<Finding> BackwardsAsync(Patient patient, CancellationToken cancellationToken)
    {
        var file = patient.PathOf(RecordOptions.FileName);
        var latest = DateTimeOffset.MinValue;
        if (File.Exists(file))
        {
            try
            {
                using var records = RecordStore.OpenToRead(file, new());
                await foreach (var record in records.Audit.ReadAsync(new AuditQuery { Since = patient.Now + Bearable }, cancellationToken))
                {
                    latest = record.Entry.At > latest ? record.Entry.At : latest;
                }
            }
            catch (RecordFileException fault)
            {
                return Finding.Warn("clock", $"the trail cannot be compared with it: {fault.Message}", $"optimizer audit verify{patient.Data}");
            }
        }

        return latest == DateTimeOffset.MinValue
            ? Finding.Ok("clock", $"{Engine.Times.At(patient.Now)}, later than everything recorded")
            : Finding.Fail("clock", $"it is {Engine.Times.At(patient.Now)} here and the trail has a record of {Engine.Times.At(latest)}: the clock was set back", "timedatectl set-ntp true   and wait until it is synchronised");
    }

    private static Finding Files(Patient patient)
    {
        var probe = patient.PathOf($".doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            var skew = File.GetLastWriteTimeUtc(probe) - TimeProvider.System.GetUtcNow().UtcDateTime;
            File.Delete(probe);
            return skew.Duration() < TimeSpan.FromSeconds(5)
                ? Finding.Ok("file times", "the disk's clock agrees with this machine's")
                : Finding.Warn("file times", $"the disk's clock differs by {Engine.Times.Gap(skew)}: a KPI file may seem older or newer than it is", "synchronise the file server's clock, or use a local disk");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Warn("file times", $"cannot be told: {fault.Message}", $"chmod u+rwx {Patient.Shell(patient.Folder)}");
        }
    }

    private static Finding TimeZones() => Zones.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).ToList() is [var absent, ..]
        ? Finding.Fail("time zones", $"this machine does not know {absent}: local days and ticks cannot be told", "apt-get install tzdata   (or the image's package of time zones)")
        : Finding.Ok("time zones", "known to this machine");
}
