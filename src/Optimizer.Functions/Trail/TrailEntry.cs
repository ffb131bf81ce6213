using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Trail;

/// <summary>An entry on its way into the trail.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="Entry">What happened.</param>
/// <param name="Text">The same as the text that is hashed.</param>
internal sealed record TrailEntry(string Key, AuditEntry Entry, string Text)
{
    // The record, its key, and its marks of play and kind.
    private const int Always = 4;

    // The hashes and the marks, generously.
    private const int Around = 1000;

    /// <summary>Rows that it becomes.</summary>
    public int Rows => Entry.Experiment is null ? Always : Always + 1;

    /// <summary>Characters that it takes in a batch, at most.</summary>
    public int Characters => RowTable.Characters(new(Key, Text)) + Key.Length + (3 * (Entry.Play.Length + (Entry.Experiment?.Length ?? 0))) + Around;

    /// <exception cref="UnreadablePayloadException">It cannot be written, such as an event without a name.</exception>
    public static TrailEntry Of(KeyedEntry keyed) => new(keyed.Key, keyed.Entry, AuditText.Write(keyed.Entry));

    /// <summary>Everything that is written of it at its place.</summary>
    public IEnumerable<RowChange> Changes(ChainLink link) =>
    [
        new(TrailKeys.Record(link.Sequence), TrailText.Of(link)),
        new(TrailKeys.Key(Key), RowKeys.Of(link.Sequence)),
        .. TrailMark.Of(link.Sequence, Entry).Rows(),
    ];
}
