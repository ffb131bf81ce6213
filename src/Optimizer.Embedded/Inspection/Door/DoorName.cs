using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>The name of the pipe on which the engine of a file answers.</summary>
internal static class DoorName
{
    // Sockets have short paths: 104 bytes with the directory for temporary files before it.
    private const int HashBytes = 12;

    /// <summary>The same for every way to write the path, links included.</summary>
    public static string Of(string file)
    {
        var full = Resolved(Path.GetFullPath(file));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(OperatingSystem.IsWindows() ? full.ToUpperInvariant() : full));
        return $"optimizer-engine-{Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))}";
    }

    // The engine may have been given a path through a link, and who asks the path behind it.
    private static string Resolved(string full)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var path = Path.Combine(Resolved(parent), Path.GetFileName(full));
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Resolved(target.FullName) : path;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A part that cannot be looked at is taken as written.
            return path;
        }
    }
}
