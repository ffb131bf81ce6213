using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every campaign record that keeps its notes itself must do.</summary>
public abstract class PlayNoteLaws : NoteLaws
{
    /// <summary>Notes of the record that is open.</summary>
    protected abstract IPlayNotes Notes { get; }

    [StoreFact]
    public async Task List_PageByPage_TellsEachNoteOfThePlayOnce()
    {
        var record = Open();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await record.NoteAsync("p", $"note {number}", "", $"k{number}", default);
            await record.NoteAsync("q", $"note {number}", "", $"q{number}", default);
        }

        var first = await Notes.ListAsync("p", null, 3, default);
        var rest = await Notes.ListAsync("p", first[^1].Number, 3, default);

        Assert.Equal(["note 5", "note 4", "note 3", "note 2", "note 1"], first.Concat(rest).Select(note => note.Title));
    }

    protected override async Task<IReadOnlyList<string>> NotesAsync(ICampaignRecord record) =>
        [.. (await Notes.ListAsync("p", null, 100, default)).Reverse().Select(note => $"{note.Play} {note.Title} {note.Text}")];
}
