using System.Security.Cryptography;

namespace Optimizer.Cockpit.Links;

/// <summary>The secret that signed links are signed with: from the environment, or a file that only its owner may read.</summary>
public sealed class LinkKey
{
    public const string FileName = "link.key";

    /// <summary>Environment variable that goes before the file: at least 32 bytes as hexadecimal digits.</summary>
    public const string Variable = "OPTIMIZER_LINK_KEY";

    private const int Bytes = 32;

    private readonly byte[] _key;

    private LinkKey(byte[] key) => _key = key;

    /// <summary>A key that is kept nowhere: links end with the process.</summary>
    public static LinkKey Make() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key of a data directory, made on first use. Of two processes that make it at once, both use the one that was first.</summary>
    /// <exception cref="InvalidDataException">The variable or the file holds no key.</exception>
    public static LinkKey Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set)
        {
            return Of(set, $"the environment variable {Variable}");
        }

        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            Write(file);
        }

        return Of(File.ReadAllText(file), file);
    }

    /// <summary>The key that a text holds.</summary>
    /// <param name="text">At least 32 bytes as hexadecimal digits.</param>
    /// <param name="from">Where it comes from, for messages.</param>
    /// <exception cref="InvalidDataException">It holds no key; the message shows nothing of it.</exception>
    public static LinkKey Of(string text, string from)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var key = Convert.FromHexString(text.Trim());
            return key.Length >= Bytes ? new(key) : throw new InvalidDataException($"{from} holds {key.Length} bytes; a key has at least {Bytes}, as hexadecimal digits");
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"{from} holds no key: at least {Bytes} bytes as hexadecimal digits are needed", fault);
        }
    }

    /// <summary>Authenticates bytes with HMAC-SHA256.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(_key, bytes);

    // Whole and under another name first: a reader never sees half a key, and whoever is first stays.
    private static void Write(string file)
    {
        var half = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(half, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes))));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(half, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(half);
        }
    }
}
