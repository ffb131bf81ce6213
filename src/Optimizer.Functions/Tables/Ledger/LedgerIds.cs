using Azure;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// Ids of events, one row each over all experiments. An id is claimed for a block before that is appended, and taken once it was: two
/// experiments cannot have the same one, whatever dies between.
/// </summary>
internal sealed class LedgerIds(RowTable rows)
{
    public const int Partitions = 16;

    /// <summary>Rows of those ids that have one.</summary>
    public async Task<Dictionary<string, (StoredRow Row, IdClaim Claim)>> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var all = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = await rows.FindAsync(all.Select(Place), cancellationToken);
        return all.Where(id => found.ContainsKey(Place(id))).ToDictionary(id => id, id => (found[Place(id)], found[Place(id)].Read<IdClaim>()), StringComparer.Ordinal);
    }

    /// <summary>Claims ids for a block; false when somebody else was quicker with one.</summary>
    public Task<bool> TryClaimAsync(
        IEnumerable<string> ids, IReadOnlyDictionary<string, (StoredRow Row, IdClaim Claim)> known, IdClaim claim, CancellationToken cancellationToken) => rows.TryWriteAsync(
        ids.Where(id => !known.TryGetValue(id, out var there) || there.Claim != claim)
            .Select(id => (Place(id).Partition, new RowChange(Place(id).Key, RowJson.Of(claim), known.TryGetValue(id, out var there) ? there.Row.Tag : null))),
        cancellationToken);

    /// <summary>Takes ids of a block that is in the log; taken already is taken.</summary>
    public async Task TakeAsync(IEnumerable<string> ids, IdClaim claim, CancellationToken cancellationToken)
    {
        var text = RowJson.Of(claim with { IsTaken = true });
        if (!await rows.TryWriteAsync(ids.Select(id => (Place(id).Partition, new RowChange(Place(id).Key, text, ETag.All))), cancellationToken))
        {
            throw new InvalidDataException($"an id of block {claim.Block} of '{claim.Experiment}' is in the log and was never claimed, or its row was removed");
        }
    }

    /// <summary>All rows of ids.</summary>
    public async IAsyncEnumerable<(string Key, IdClaim Claim)> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var part = 0; part < Partitions; part++)
        {
            await foreach (var row in rows.ReadAsync(Partition(part.ToString("x", null)), null, null, cancellationToken))
            {
                yield return (row.Key, row.Read<IdClaim>());
            }
        }
    }

    /// <summary>Key of an id's row.</summary>
    public static string KeyOf(string id) => Place(id).Key;

    private static RowPlace Place(string id)
    {
        var key = RowKeys.Hash(id);
        return new(Partition(key[..1]), key);
    }

    private static string Partition(string part) => RowKeys.Join("id", part);
}
