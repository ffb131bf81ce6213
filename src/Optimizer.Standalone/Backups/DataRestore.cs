using System.Formats.Tar;
using System.IO.Compression;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Loop;

namespace Optimizer.Standalone.Backups;

/// <summary>Brings a backup back into an empty place, once all of it is proven to be as it was.</summary>
internal static class DataRestore
{
    /// <summary>Restores it.</summary>
    /// <param name="backup">The folder or archive.</param>
    /// <param name="folder">The data directory; absent or empty.</param>
    /// <param name="isDry">Whether it is only checked.</param>
    /// <param name="clock">For looking at the engine's file.</param>
    /// <param name="cancellationToken">Stops before anything is in its place.</param>
    /// <exception cref="BackupRefusedException">The backup is damaged, or something is there already; the directory is untouched.</exception>
    public static async Task<BackupManifest> RunAsync(string backup, string folder, bool isDry, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Path.Exists(backup))
        {
            throw new BackupRefusedException($"{backup}: there is no such backup", ExitCode.NotFound);
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new BackupRefusedException(
                $"{folder}: is not empty; stop the server there if one runs, move the directory away, and restore again", ExitCode.Conflict);
        }

        var aside = $"{Path.TrimEndingDirectorySeparator(folder)}.restore-{Guid.NewGuid():N}";
        try
        {
            DataBackup.MakePrivate(aside);
            await UnpackAsync(backup, aside, cancellationToken);
            var manifest = Proven(aside, backup);
            await CheckAsync(aside, backup, clock);
            DataFiles.DropLeavings(aside);
            File.Delete(Path.Combine(aside, BackupManifest.FileName));
            if (!isDry)
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder);
                }

                Directory.Move(aside, folder);
            }

            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BackupRefusedException($"nothing was restored: {fault.Message}", ExitCode.UpstreamFailure);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static async Task UnpackAsync(string backup, string aside, CancellationToken cancellationToken)
    {
        if (File.Exists(backup))
        {
            await using var file = File.OpenRead(backup);
            await using var zip = new GZipStream(file, CompressionMode.Decompress);

            // Refuses by itself what would be written outside of the folder.
            await TarFile.ExtractToDirectoryAsync(zip, aside, overwriteFiles: false, cancellationToken);
            return;
        }

        foreach (var path in BackupManifest.FilesOf(backup).Append(BackupManifest.FileName).Where(path => File.Exists(Path.Combine(backup, path))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = Path.Combine(aside, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(backup, path), to);
        }
    }

    private static BackupManifest Proven(string aside, string backup)
    {
        var manifest = BackupManifest.Read(aside)
            ?? throw new BackupRefusedException($"{backup}: holds no {BackupManifest.FileName} that can be read, so it is no whole backup", ExitCode.Conflict);
        return manifest.Version != BackupManifest.Current
            ? throw new BackupRefusedException($"{backup}: is of version {manifest.Version}; this program reads {BackupManifest.Current}", ExitCode.Conflict)
            : manifest.Faults(aside) is [_, ..] faults
            ? throw new BackupRefusedException($"{backup}: is damaged: {string.Join("; ", faults.Take(5))}", ExitCode.Conflict)
            : manifest;
    }

    // What was whole on the disk may have been copied from a damaged one.
    private static async Task CheckAsync(string aside, string backup, TimeProvider clock)
    {
        try
        {
            using (var records = RecordStore.OpenToRead(Path.Combine(aside, RecordOptions.FileName), new()))
            {
                if (records.Verify() is [var first, ..])
                {
                    throw new BackupRefusedException($"{backup}: its trail was changed: {first}", ExitCode.Conflict);
                }
            }

            var engine = Path.Combine(aside, LocalLoop.EngineFileName);
            if (File.Exists(engine))
            {
                await using var view = EngineInspector.Open(engine, clock);
                if (view.Check().Faults is [var fault, ..])
                {
                    throw new BackupRefusedException($"{backup}: {LocalLoop.EngineFileName} is damaged: {fault.Problem}", ExitCode.Conflict);
                }
            }

            foreach (var file in Directory.EnumerateFiles(aside, "*.db", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != LocalLoop.EngineFileName))
            {
                if (DatabaseCopy.Check(file) is [var problem, ..])
                {
                    throw new BackupRefusedException($"{backup}: {Path.GetFileName(file)} is damaged: {problem}", ExitCode.Conflict);
                }
            }
        }
        catch (Exception fault) when (fault is RecordFileException or EngineViewException or Embedded.EngineFileException)
        {
            throw new BackupRefusedException($"{backup}: {fault.Message}", ExitCode.Conflict);
        }
    }
}
