using Optimizer.Connectors.Ledger;
using Optimizer.Connectors.Notices;
using Optimizer.Connectors.Recordings;
using Optimizer.Connectors.Rules;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Serving;

/// <summary>A world without a vendor: figures from files, assignment, settings, notes and tasks kept by Optimizer itself.</summary>
internal static class OwnWorld
{
    public static World Around(ServeOptions options, LocalRecords records, IAttributionLedger ledger, NoticePost post)
    {
        var terms = new TermsReader(records.Plays);
        var world = new World
        {
            Artifacts = records.Artifacts,
            Audit = records.Audit,
            Campaign = records.Store.Campaign,
            Channel = records.Store.Channel,
            Client = records.Client,
            Exposures = new LedgerExposures(ledger),
            FallbackStrategist = new RuleStrategist(),
            Flags = new LedgerFlags(records.Store.Flags, ledger, terms),
            Issues = records.Store.Issues,
            Kpis = new KpiFolder(Path.Combine(options.Folder, KpiFolder.Name), options.Clock),
            Notifier = post.Notifier,
            Plays = records.Plays,
            Register = records.Register,
            Strategist = new RuleStrategist(),
        };
        return options.Around?.Invoke(world) ?? world;
    }
}
