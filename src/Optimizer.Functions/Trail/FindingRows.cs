using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows;

namespace Optimizer.Functions.Trail;

/// <summary>
/// Whether the rows that find records are those that the records ask for: one that is gone or says something else would hide a record. Only
/// their numbers and the sums of their hashes are kept, so that a trail of any length can be checked.
/// </summary>
internal sealed class FindingRows
{
    private readonly Dictionary<string, (long Count, ulong Sum)> _wanted = [];
    private readonly List<ChainFault> _faults = [];

    /// <summary>Takes the next record of the trail.</summary>
    public void Expect(ChainLink link)
    {
        try
        {
            var rows = new TrailEntry(link.Key, AuditText.Read(link.Text), link.Text).Changes(link);
            foreach (var kind in TrailKeys.Finding)
            {
                foreach (var row in rows.Where(row => row.Key.StartsWith(RowKeys.Under(kind), StringComparison.Ordinal)))
                {
                    _wanted[kind] = With(_wanted.GetValueOrDefault(kind), row.Key, row.Text!);
                }
            }
        }
        catch (UnreadablePayloadException unreadable)
        {
            _faults.Add(new(link.Sequence, $"its text cannot be read: {unreadable.Message}"));
        }
    }

    /// <summary>Looks at those that are there of the records up to the last that was taken.</summary>
    public async Task<IReadOnlyList<ChainFault>> CompareAsync(RowTable rows, long last, CancellationToken cancellationToken)
    {
        foreach (var kind in TrailKeys.Finding)
        {
            var there = (Count: 0L, Sum: 0UL);
            await foreach (var row in rows.ReadAsync(TrailKeys.Partition, RowKeys.Under(kind), cancellationToken).Where(row => !IsLater(kind, row, last)).WithCancellation(cancellationToken))
            {
                there = With(there, row.Key, row.Text);
            }

            var wanted = _wanted.GetValueOrDefault(kind);
            if (there != wanted)
            {
                _faults.Add(new(0, $"the rows that find records by {kind} are not those of the records: {there.Count} stand there for {wanted.Count}"));
            }
        }

        return _faults;
    }

    // Appended since the check began. The sequence ends the key of a mark, and is the text of an idempotency key.
    private static bool IsLater(string kind, StoredRow row, long last) =>
        string.CompareOrdinal(kind == "key" ? row.Text : row.Key[(row.Key.LastIndexOf('-') + 1)..], RowKeys.Of(last)) > 0;

    private static (long Count, ulong Sum) With((long Count, ulong Sum) sum, string key, string text) =>
        (sum.Count + 1, unchecked(sum.Sum + BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{text}")))));
}
