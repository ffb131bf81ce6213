using System.Text.Json;

namespace Optimizer.Standalone.Backups;

/// <summary>What a backup holds, so that a restore can prove that it has all of it as it was.</summary>
/// <param name="Version">Of this format.</param>
/// <param name="At">When it was made.</param>
/// <param name="From">The data directory it was made of.</param>
/// <param name="Records">Records of the trail it holds.</param>
/// <param name="Files">Every file but this one.</param>
internal sealed record BackupManifest(int Version, DateTimeOffset At, string From, long Records, IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";

    public const int Current = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null when there is none that can be read.</summary>
    public static BackupManifest? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, FileName)), Options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Options));

    /// <summary>What differs between the files of a folder and this, one line each.</summary>
    public IReadOnlyList<string> Faults(string folder)
    {
        var there = FilesOf(folder).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Files.Where(file => !there.Contains(file.Path)).Select(file => $"{file.Path} is missing"),
            .. Files.Where(file => there.Contains(file.Path) && BackupFile.Of(folder, file.Path) != file).Select(file => $"{file.Path} is not as it was backed up"),
            .. there.Except(Files.Select(file => file.Path)).Order(StringComparer.Ordinal).Select(path => $"{path} is no part of the backup"),
        ];
    }

    /// <summary>Paths of all files of a backup but this, with slashes.</summary>
    public static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(path => path != FileName).Order(StringComparer.Ordinal);
}
