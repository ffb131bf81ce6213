using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every campaign record must do.</summary>
public abstract class NoteLaws
{
    [StoreFact]
    public async Task Note_SameKeyTwice_IsTakenOnce()
    {
        var record = Open();
        await record.NoteAsync("p", "one", "text", "k1", default);
        await record.NoteAsync("p", "one", "text", "k1", default);
        await record.NoteAsync("p", "two", "", "k2", default);

        Assert.Equal(["p one text", "p two "], await NotesAsync(record));
    }

    protected abstract ICampaignRecord Open();

    /// <summary>Notes of the play p, oldest first: play, title, text.</summary>
    protected abstract Task<IReadOnlyList<string>> NotesAsync(ICampaignRecord record);
}
