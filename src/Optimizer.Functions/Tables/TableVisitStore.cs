using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>Visits, a row and a partition for each person.</summary>
internal sealed class TableVisitStore(RowTable rows) : IVisitStore
{
    private const string Key = "visit";

    public async Task<Visit> SeenAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var partition = RowKeys.Join("visit", RowKeys.Of(People.Key(name)));
        while (true)
        {
            var row = await rows.FindAsync(partition, Key, cancellationToken);
            var last = row is null ? null : RowText.Read<Visit>(row);
            var visit = Visit.Of(last, name, now);
            if (visit == last || (row is null ? await rows.TryAddAsync(partition, Key, RowText.Of(visit), cancellationToken) : await rows.TryReplaceAsync(row, RowText.Of(visit), cancellationToken)))
            {
                return visit;
            }

            // Another page of theirs was quicker: look again.
        }
    }
}
