using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Kept;

/// <summary>Campaign records that Optimizer keeps itself: each note of a play once by its key. Numbers rise play by play.</summary>
internal sealed class TableCampaignRecord(RowTable rows, TimeProvider clock) : ICampaignRecord, IPlayNotes
{
    private readonly KeyedChanges _changes = new(rows, new(clock));

    public Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken) =>
        _changes.AddAsync(Partition(play), key, RowJson.Of(new KeptNote(title, text)), cancellationToken);

    public async Task<IReadOnlyList<PlayNote>> ListAsync(string play, long? before, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var notes = new List<PlayNote>();
        await foreach (var row in _changes.ReadAsync(Partition(play), before, cancellationToken))
        {
            var note = row.Read<KeptNote>();
            notes.Add(new(KeyedChanges.NumberOf(row), play, note.Title, note.Text));
            if (notes.Count == most)
            {
                break;
            }
        }

        return notes;
    }

    private static string Partition(string play) => RowKeys.Join("note", RowKeys.Hash(play));
}
