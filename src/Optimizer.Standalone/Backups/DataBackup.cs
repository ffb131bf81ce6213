using System.Formats.Tar;
using System.IO.Compression;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Loop;

namespace Optimizer.Standalone.Backups;

/// <summary>
/// A whole data directory at one moment, also while a server writes it. The engine's file is copied first: what the others then have more
/// of, an engine that goes on from the copy does again under the same keys, and nothing is doubled. Never the other way round.
/// </summary>
internal static class DataBackup
{
    private static readonly string[] Databases = [LocalLoop.EngineFileName, RecordOptions.FileName];

    /// <summary>Makes it.</summary>
    /// <param name="folder">The data directory.</param>
    /// <param name="target">A folder, or a file that ends in .tar.gz or .tgz; not there yet.</param>
    /// <param name="clock">What it is dated by.</param>
    /// <param name="cancellationToken">Stops between two files; nothing is left.</param>
    /// <exception cref="BackupRefusedException">The target is there, or a file cannot be copied.</exception>
    public static async Task<BackupManifest> MakeAsync(string folder, string target, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Path.Exists(target))
        {
            throw new BackupRefusedException($"{target}: exists already; a backup is never written over anything", ExitCode.Conflict);
        }

        if (!File.Exists(Path.Combine(folder, RecordOptions.FileName)))
        {
            throw new BackupRefusedException($"{folder}: holds no {RecordOptions.FileName}, so there is nothing to back up; name the directory with --data", ExitCode.NotFound);
        }

        if (IsWithin(target, folder))
        {
            throw new BackupRefusedException($"{target}: lies in the data directory itself; a backup belongs on another disk", ExitCode.BadInput);
        }

        var aside = $"{target}.partial-{Guid.NewGuid():N}";
        try
        {
            MakePrivate(aside);
            await EngineAsync(folder, aside, clock, cancellationToken);
            foreach (var path in DataFiles.Of(folder).Where(path => path != LocalLoop.EngineFileName).OrderBy(path => Array.IndexOf(Databases, path) < 0).ThenBy(path => path, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Copy(folder, aside, path);
            }

            using var records = RecordStore.OpenToRead(Path.Combine(aside, RecordOptions.FileName), new());
            var head = records.Head();
            records.Dispose();
            DataFiles.DropLeavings(aside);
            var manifest = new BackupManifest(BackupManifest.Current, clock.GetUtcNow(), folder, head.Count, [.. BackupManifest.FilesOf(aside).Select(path => BackupFile.Of(aside, path))]);
            manifest.Write(aside);
            await FinishAsync(aside, target, cancellationToken);
            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or RecordFileException or EngineViewException or Embedded.EngineFileException)
        {
            throw new BackupRefusedException($"no backup was made: {fault.Message}", ExitCode.UpstreamFailure);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    public static bool IsArchive(string path) => path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <summary>A new folder that only its owner can read: a backup holds what the directory holds.</summary>
    public static void MakePrivate(string folder) => _ = OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static bool IsWithin(string path, string folder) =>
        !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, path));

    private static async Task EngineAsync(string folder, string aside, TimeProvider clock, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, LocalLoop.EngineFileName);
        if (File.Exists(file))
        {
            await using var view = await EngineView.OpenAsync(file, clock, cancellationToken);
            await view.BackupAsync(Path.GetFullPath(Path.Combine(aside, LocalLoop.EngineFileName)), cancellationToken);
        }
    }

    private static void Copy(string folder, string aside, string path)
    {
        var (from, to) = (Path.Combine(folder, path), Path.GetFullPath(Path.Combine(aside, path)));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (path.EndsWith(".db", StringComparison.Ordinal))
        {
            DatabaseCopy.Write(from, to);
        }
        else
        {
            File.Copy(from, to);
        }
    }

    private static async Task FinishAsync(string aside, string target, CancellationToken cancellationToken)
    {
        if (!IsArchive(target))
        {
            Directory.Move(aside, target);
            return;
        }

        var half = $"{aside}.tgz";
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                await using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                {
                    await TarFile.CreateFromDirectoryAsync(aside, zip, includeBaseDirectory: false, cancellationToken);
                }

                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(half, target, overwrite: false);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
