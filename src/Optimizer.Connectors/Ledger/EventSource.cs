using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>Rows of one file, in order: events, and what is none. Not safe for several threads.</summary>
/// <param name="path">As the user named it.</param>
public abstract class EventSource(string path) : IDisposable
{
    // What is kept of a row that is no event.
    private const int LongestKept = 1_024;

    private readonly Dictionary<UInt128, int> _same = [];

    /// <summary>The file as the user named it.</summary>
    public string Path => path;

    /// <summary>Place of the present row, from 1.</summary>
    public abstract long Line { get; }

    /// <summary>Share of the stored bytes read, 0 to 1; null when the size is unknown.</summary>
    public abstract double? Progress { get; }

    /// <summary>Reads on; false when nothing is left.</summary>
    /// <param name="happened">Takes the event, when the row is one.</param>
    /// <param name="refused">Takes the row, when it is none.</param>
    /// <exception cref="Files.FileFaultException">The file cannot be read on from here.</exception>
    public abstract bool Read(out AttributionEvent? happened, out RefusedRow? refused);

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();

    /// <summary>An event without an id gets one from all it says and how many like it stood before, so that the file read again doubles nothing.</summary>
    protected AttributionEvent Identified(AttributionEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Id.Length > 0)
        {
            return happened;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(Encoding.UTF8.GetBytes(EventText.Write(happened)), hash);
        return happened with { Id = string.Create(CultureInfo.InvariantCulture, $"row-{Convert.ToHexStringLower(hash[..16])}-{Ordinal(hash)}") };
    }

    /// <summary>A row that is no event, with where it stood.</summary>
    protected RefusedRow Refused(ReadOnlySpan<byte> row, EventAnswer problem)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(row, hash);
        var text = Encoding.UTF8.GetString(row[..Math.Min(row.Length, LongestKept)]);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash)}-{Ordinal(hash)}"), problem.Code!,
            string.Create(CultureInfo.InvariantCulture, $"{System.IO.Path.GetFileName(path)}:{Line}: {problem.Why}"), text);
    }

    private int Ordinal(ReadOnlySpan<byte> hash)
    {
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        return _same[key] = _same.GetValueOrDefault(key) + 1;
    }
}
