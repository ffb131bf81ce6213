using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Domain.Audit;

/// <summary>
/// What makes the trail show every later change: each record holds the hash of the one before, and the last one's hash is
/// kept apart (S0-067). Pure.
/// </summary>
public static class AuditChain
{
    private const int Digits = 64;
    private const int MostOnStack = 2048;

    /// <summary>What stands before the first record: 64 zeros.</summary>
    public static string NoHash { get; } = new('0', Digits);

    /// <summary>
    /// SHA-256 of <c>sequence LF previous-hash LF bytes-of-key LF key LF bytes-of-text LF text</c> in UTF-8, in lower case
    /// hexadecimal. Lengths stand before what may hold anything, so no two records give the same bytes.
    /// </summary>
    public static string HashOf(long sequence, string key, string previousHash, string text)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(text);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{sequence}\n{previousHash}\n{Encoding.UTF8.GetByteCount(key)}\n{key}\n{Encoding.UTF8.GetByteCount(text)}\n");
        var size = Encoding.UTF8.GetMaxByteCount(head.Length + text.Length);
        var rented = size > MostOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[MostOnStack];
        var written = Encoding.UTF8.GetBytes(head, bytes);
        written += Encoding.UTF8.GetBytes(text, bytes[written..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..written], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The record that follows a head.</summary>
    public static ChainLink Next(TrailHead head, string key, string text)
    {
        ArgumentNullException.ThrowIfNull(head);
        var sequence = head.Count + 1;
        return new(sequence, key, text, head.Hash, HashOf(sequence, key, head.Hash, text));
    }

    /// <summary>Every fault of a whole trail, in the order in which they show; none when nothing was done to it.</summary>
    /// <param name="records">As they stand, in their order.</param>
    /// <param name="head">As kept apart; null when it is not known, and then nobody can say whether the end is missing.</param>
    public static IEnumerable<ChainFault> Verify(IEnumerable<ChainLink> records, TrailHead? head)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Follow(records, head);
    }

    /// <summary>Every fault of a part of a trail: each record must be itself, and fit the one before where that is there too.</summary>
    public static IEnumerable<ChainFault> VerifyPart(IEnumerable<ChainLink> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return FollowPart(records);
    }

    private static IEnumerable<ChainFault> Follow(IEnumerable<ChainLink> records, TrailHead? head)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var (count, last, previous) = (0L, 0L, NoHash);
        foreach (var record in records)
        {
            count++;
            foreach (var fault in FaultsOf(record, last, previous).Concat(KeyFaults(record, keys)))
            {
                yield return fault;
            }

            (last, previous) = (record.Sequence, record.Hash);
        }

        if (head is null)
        {
            yield break;
        }

        if (head.Count != count)
        {
            yield return new(0, string.Create(
                CultureInfo.InvariantCulture, $"the trail has {count:#,0} records, its head says {head.Count:#,0}{(count < head.Count ? ": the end was cut off" : "")}"));
        }

        if (head.Hash != previous)
        {
            yield return new(0, $"the head names {Short(head.Hash)} as the last hash, the last record has {Short(previous)}");
        }
    }

    private static IEnumerable<ChainFault> FollowPart(IEnumerable<ChainLink> records)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        ChainLink? before = null;
        foreach (var record in records)
        {
            if (before is not null && record.Sequence <= before.Sequence)
            {
                yield return new(record.Sequence, $"stands after record {before.Sequence}");
            }

            var follows = before is not null && record.Sequence == before.Sequence + 1;
            foreach (var fault in FaultsOf(record, record.Sequence - 1, follows ? before!.Hash : record.PreviousHash).Concat(KeyFaults(record, keys)))
            {
                yield return fault;
            }

            before = record;
        }
    }

    private static IEnumerable<ChainFault> FaultsOf(ChainLink record, long last, string previous)
    {
        if (record.Sequence > last + 1)
        {
            yield return new(record.Sequence, record.Sequence == last + 2
                ? $"record {last + 1} before it is missing"
                : $"records {last + 1} to {record.Sequence - 1} before it are missing");
        }
        else if (record.Sequence <= last)
        {
            yield return new(record.Sequence, $"stands after record {last}: doubled, inserted or out of order");
        }

        if (record.PreviousHash != previous)
        {
            yield return new(record.Sequence, $"does not follow the record before it: it names {Short(record.PreviousHash)}, that one has {Short(previous)}");
        }

        var hash = HashOf(record.Sequence, record.Key, record.PreviousHash, record.Text);
        if (record.Hash != hash)
        {
            yield return new(record.Sequence, $"was changed: its hash is {Short(record.Hash)}, its text gives {Short(hash)}");
        }
    }

    private static IEnumerable<ChainFault> KeyFaults(ChainLink record, HashSet<string> keys)
    {
        if (!keys.Add(record.Key))
        {
            yield return new(record.Sequence, $"has a key that an earlier record has: {record.Key}");
        }
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] + "…" : hash;
}
