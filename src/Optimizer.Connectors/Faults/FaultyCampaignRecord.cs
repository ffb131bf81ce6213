using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A campaign record that fails by plan, before or after the note was taken.</summary>
internal sealed class FaultyCampaignRecord(ICampaignRecord record, FaultPlan plan) : ICampaignRecord
{
    public Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken) =>
        plan.DoAsync(nameof(ICampaignRecord), key, () => record.NoteAsync(play, title, text, key, cancellationToken));
}
