using Optimizer.Connectors.Ledger;
using Optimizer.Connectors.Rules;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Composition;

/// <summary>A world without a vendor: figures from files, assignment, settings, notes and tasks kept by Optimizer itself.</summary>
internal static class AzureWorld
{
    public static World Around(HostRecords records, IKpiSource kpis, INotifier notifier, Func<IWorkflowClient> client) => new()
    {
        Artifacts = records.Artifacts,
        Audit = records.Audit,
        Campaign = records.Campaign,
        Channel = records.Channel,
        Client = client,
        Exposures = new LedgerExposures(records.Ledger),
        FallbackStrategist = new RuleStrategist(),
        Flags = new LedgerFlags(records.Flags, records.Ledger, new TermsReader(records.Plays)),
        Issues = records.Issues,
        Kpis = kpis,
        Notifier = notifier,
        Plays = records.Plays,
        Register = records.Register,
        Strategist = new RuleStrategist(),
    };
}
