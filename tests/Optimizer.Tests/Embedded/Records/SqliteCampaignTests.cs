using Optimizer.Embedded.Records;
using Optimizer.Tests.Workflows.Ports;
using Optimizer.Workflows.Ports;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteCampaignTests : NoteLaws, IDisposable
{
    private readonly RecordStore _store = InMemory();

    [Fact]
    public async Task List_PageByPage_TellsEachNoteOfThePlayOnce()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await _store.Campaign.NoteAsync("p", $"note {number}", "", $"k{number}", default);
            await _store.Campaign.NoteAsync("q", $"note {number}", "", $"q{number}", default);
        }

        var first = await _store.Notes.ListAsync("p", null, 3, default);
        var rest = await _store.Notes.ListAsync("p", first[^1].Number, 3, default);

        Assert.Equal(["note 5", "note 4", "note 3", "note 2", "note 1"], first.Concat(rest).Select(note => note.Title));
    }

    public void Dispose() => _store.Dispose();

    protected override ICampaignRecord Open() => _store.Campaign;

    protected override async Task<IReadOnlyList<string>> NotesAsync(ICampaignRecord record) =>
        [.. (await _store.Notes.ListAsync("p", null, 100, default)).Reverse().Select(note => $"{note.Play} {note.Title} {note.Text}")];
}
