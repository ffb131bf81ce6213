using System.Security.Cryptography;
using System.Text;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Items that were appended together: one append, so that all of them are in the log or none.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">Hash of the block before it; empty for the first.</param>
/// <param name="Batch">Who wrote it: how the writer whose answer was lost finds its own.</param>
/// <param name="Items">In order; none when it only takes the place.</param>
internal sealed record LedgerBlock(long Number, string Previous, string Batch, IReadOnlyList<LedgerItem> Items)
{
    /// <summary>A header, then one line for each item.</summary>
    public string Text { get; } = new LedgerBlockHeader(Number, Previous, Batch, Items.Count).Line
        + string.Concat(Items.Select(item => Payload.Of(item) + "\n"));

    /// <summary>Of all its bytes, and by the header of all blocks before it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public long Bytes => Encoding.UTF8.GetByteCount(Text);

    /// <summary>Reads the next block; null at the end.</summary>
    /// <exception cref="InvalidDataException">The text ends in the middle of a block, or is none.</exception>
    public static async Task<LedgerBlock?> ReadAsync(TextReader lines, CancellationToken cancellationToken)
    {
        if (await lines.ReadLineAsync(cancellationToken) is not { } first)
        {
            return null;
        }

        var header = Line<LedgerBlockHeader>(first);
        var items = new List<LedgerItem>();
        while (items.Count < header.Lines)
        {
            items.Add(Line<LedgerItem>(await lines.ReadLineAsync(cancellationToken) ?? throw new InvalidDataException($"block {header.Number} of a ledger's log ends after {items.Count} of {header.Lines} lines")));
        }

        return new(header.Number, header.Previous, header.Batch, items);
    }

    private static T Line<T>(string line) => new Payload(Encoding.UTF8.GetBytes(line)).ReadAs<T>("a line of a ledger's log");
}
