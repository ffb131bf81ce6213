using System.Security.Cryptography;

namespace Optimizer.Standalone.Backups;

/// <param name="Path">Within the data directory, with slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, hexadecimal.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    public static BackupFile Of(string folder, string path)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new(path, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
