using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// Proves the ledger: every page of the file, the hash of every batch, and every unit and running sum against what the log comes to when it is
/// counted again. Goes on after what it cannot read.
/// </summary>
internal static class LedgerProof
{
    // A damaged file differs everywhere; more lines say no more.
    private const int MostFaults = 100;

    public static IReadOnlyList<LedgerFault> Run(SqliteSession session, CancellationToken cancellationToken)
    {
        var faults = new List<LedgerFault>();
        Try(faults, "file", () =>
        {
            using var pages = session.PrepareOnce($"PRAGMA integrity_check({MostFaults})");
            faults.AddRange(pages.All(row => row.TextOrNull(0) ?? "").Where(line => line != "ok").Select(line => new LedgerFault("file", line)));
        });
        Try(faults, "log", () =>
        {
            var again = new LedgerReplay(session);
            using var chain = new ChainProof(session, again, cancellationToken);
            chain.Run(faults);
            if (faults.Count < MostFaults)
            {
                SumProof.Run(session, again, faults);
            }
        });
        return faults.Count > MostFaults ? faults[..MostFaults] : faults;
    }

    private static void Try(List<LedgerFault> faults, string where, Action look)
    {
        try
        {
            look();
        }
        catch (Exception damaged) when (damaged is StoreException or RecordFileException or FormatException or Workflows.UnreadablePayloadException or System.Text.Json.JsonException)
        {
            faults.Add(new(where, $"cannot be read on from here: {damaged.Message}"));
        }
    }
}
