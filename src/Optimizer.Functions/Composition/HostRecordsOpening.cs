using Optimizer.Functions.Blobs;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Tables;
using Optimizer.Functions.Tables.Kept;
using Optimizer.Functions.Tables.Ledger;
using Optimizer.Functions.Tables.Notices;
using Optimizer.Functions.Trail;

namespace Optimizer.Functions.Composition;

/// <summary>Opens the records: a table for each thing that is much asked for, one for the rest.</summary>
internal static class HostRecordsOpening
{
    public static async Task<HostRecords> OpenAsync(HubStorage storage, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (kept, records) = (await storage.TableAsync("Kept", cancellationToken), await storage.TableAsync("Records", cancellationToken));
        return new()
        {
            Answers = new TableAnswerStore(await storage.TableAsync("Answers", cancellationToken)),
            Artifacts = new BlobArtifactStore(await storage.ContainerAsync("pages", cancellationToken)),
            Audit = new TableAuditTrail(await storage.TableAsync("Trail", cancellationToken), clock),
            Campaign = new TableCampaignRecord(kept, clock),
            Channel = new TableChannel(kept, clock, null),
            Delegations = new TableDelegationStore(records),
            Flags = new TableFlags(kept, clock),
            Issues = new TableIssueTracker(kept, clock),
            Ledger = new TableLedger(await storage.TableAsync("Ledger", cancellationToken), new LedgerLog(await storage.ContainerAsync("ledger", cancellationToken)), clock),
            Links = new TableLinkStore(records),
            Plays = new TablePlayStore(records, clock),
            Register = new TableExperimentRegister(records, clock),
            SignalKeys = new TableSignalKeys(await storage.TableAsync("Signals", cancellationToken)),
            Told = new TableNoticeStore(await storage.TableAsync("Notices", cancellationToken), clock),
            Tokens = new TableTokenStore(records, clock),
            Visits = new TableVisitStore(records),
        };
    }
}
