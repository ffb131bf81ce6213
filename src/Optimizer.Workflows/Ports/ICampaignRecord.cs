namespace Optimizer.Workflows.Ports;

/// <summary>The play's record in a CRM: notes are projections of the audit trail (C26).</summary>
public interface ICampaignRecord
{
    Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken);
}
