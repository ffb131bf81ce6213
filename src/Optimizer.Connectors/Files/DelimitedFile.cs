using System.Security;

namespace Optimizer.Connectors.Files;

/// <summary>
/// Opens recorded files: CSV, TSV, semicolon or pipe, plain or gzip (told by content, not by name), UTF-8 with or without
/// a byte order mark, or UTF-16 with one.
/// </summary>
public static class DelimitedFile
{
    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; a pipe works too (its <see cref="DelimitedReader.Progress"/> is unknown).</param>
    /// <param name="options">Null means the defaults.</param>
    /// <exception cref="FileFaultException">The file is missing, cannot be read, or has no usable header.</exception>
    public static DelimitedReader Open(string path, DelimitedOptions? options = null) => Open(path, options, OpenStream);

    /// <summary>As above, over any stream: what a file system refuses (permissions) can then be tested as any user.</summary>
    internal static DelimitedReader Open(string path, DelimitedOptions? options, Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(path);
        var content = FileContent.Open(path, OpenOrFault(path, open));
        try
        {
            return new DelimitedReader(content, options ?? new DelimitedOptions(), open);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    internal static Stream OpenOrFault(string path, Func<string, Stream> open)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            throw new FileFaultException(path, null, null, "this is not a file name; name an existing file");
        }

        // The platform reports a folder as "access denied", which sends people to look at permissions.
        if (Directory.Exists(path))
        {
            throw new FileFaultException(path, null, null, "this is a folder; name a file inside it");
        }

        try
        {
            return open(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileFaultException(path, null, null, "there is no such file; check the name and the folder", cause);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or SecurityException)
        {
            throw new FileFaultException(path, null, null, "no permission to read the file; make it readable for this user", cause);
        }
        catch (IOException cause)
        {
            throw new FileFaultException(path, null, null, $"the file cannot be opened ({cause.Message})", cause);
        }
    }

    // FileContent reads in large pieces itself: a second buffer would only copy. Sharing allows files still being written.
    internal static FileStream OpenStream(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.SequentialScan,
    });
}
