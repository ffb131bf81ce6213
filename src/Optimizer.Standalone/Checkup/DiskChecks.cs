namespace Optimizer.Standalone.Checkup;

/// <summary>Whether the data directory can be written, by whom it can be read, and how long its disk lasts.</summary>
internal static class DiskChecks
{
    private const long Least = 100L << 20;
    private const long Comfortable = 1L << 30;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Finding> Of(Patient patient)
    {
        yield return Writable(patient);
        var free = new DriveInfo(patient.Folder).AvailableFreeSpace;
        var seen = $"{free >> 20:#,0} MB are free on the disk of {patient.Folder}";
        yield return free < Least ? Finding.Fail("disk", seen, $"free at least {Least >> 20} MB there, or move the directory and name it with --data")
            : free < Comfortable ? Finding.Warn("disk", seen, $"free at least {Comfortable >> 20} MB there before it is full")
            : Finding.Ok("disk", seen);
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(patient.Folder);
            yield return (mode & Others) == 0
                ? Finding.Ok("permissions", "only the owner can look into the data directory")
                : Finding.Warn("permissions", $"others on this machine can look into {patient.Folder} ({Convert.ToString((int)mode, 8)})", $"chmod 700 {Patient.Shell(patient.Folder)}");
        }
    }

    private static Finding Writable(Patient patient)
    {
        var probe = patient.PathOf($".doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Ok("data directory", $"{patient.Folder} can be written");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("data directory", $"{patient.Folder} cannot be written: {fault.Message}", $"chmod u+rwx {Patient.Shell(patient.Folder)}, or run as its owner");
        }
    }
}
