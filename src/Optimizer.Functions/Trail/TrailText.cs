using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows;

namespace Optimizer.Functions.Trail;

/// <summary>
/// The rows of the trail as text: a record is its previous hash, its hash, the length of its key, and key and text as they are, so that nothing
/// is escaped twice.
/// </summary>
internal static class TrailText
{
    private const char Line = '\n';

    public static string Of(ChainLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.PreviousHash}{Line}{link.Hash}{Line}{link.Key.Length}{Line}{link.Key}{link.Text}");

    public static string Of(TrailHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Count}{Line}{head.Hash}");

    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static ChainLink Link(StoredRow row)
    {
        var parts = row.Text.Split(Line, 4);
        return row.Key.StartsWith(TrailKeys.Records, StringComparison.Ordinal)
            && long.TryParse(row.Key[TrailKeys.Records.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && parts.Length == 4
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= parts[3].Length
            ? new(sequence, parts[3][..length], parts[3][length..], parts[0], parts[1])
            : throw new InvalidDataException($"row {row.Key} of the audit trail is no record; verify the trail");
    }

    /// <exception cref="InvalidDataException">As above.</exception>
    public static TrailHead Head(StoredRow? row) =>
        row is null ? TrailHead.Empty
        : row.Text.Split(Line) is [var count, var hash] && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, hash)
        : throw new InvalidDataException("the head of the audit trail is damaged; verify the trail");

    /// <exception cref="InvalidDataException">Its text cannot be read.</exception>
    public static AuditRecord Record(ChainLink link)
    {
        try
        {
            return Record(link, AuditText.Read(link.Text));
        }
        catch (UnreadablePayloadException damaged)
        {
            throw new InvalidDataException($"record {link.Sequence} of the audit trail cannot be read: {damaged.Message}; verify the trail", damaged);
        }
    }

    public static AuditRecord Record(ChainLink link, AuditEntry entry) => new(link.Sequence, link.Key, link.Text, link.PreviousHash, link.Hash, entry);
}
