using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Memory;

/// <summary>Campaign records without a CRM.</summary>
/// <param name="limit">Notes kept; null for all. A key is known as long as its note is kept.</param>
public sealed class MemoryCampaignRecord(int? limit = null) : ICampaignRecord
{
    private readonly Kept<CampaignNote> _kept = new(limit);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CampaignNote> Notes => _kept.Items;

    public Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _kept.Add(key, new(play, title, text));
        return Task.CompletedTask;
    }
}
