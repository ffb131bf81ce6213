using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>Notes behind the gate.</summary>
internal sealed class GatedCampaignRecord(FreezeGate gate, ICampaignRecord inner) : ICampaignRecord
{
    public async Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken)
    {
        await gate.PassAsync($"the campaign record of {play}", cancellationToken);
        await inner.NoteAsync(play, title, text, key, cancellationToken);
    }
}
