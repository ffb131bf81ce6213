using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Campaign records that Optimizer keeps itself: each note once by its key.</summary>
internal sealed class SqliteCampaignRecord : ICampaignRecord, IPlayNotes
{
    private readonly RecordSession _session;
    private readonly Statement _insert;
    private readonly Statement _list;

    public SqliteCampaignRecord(RecordSession session)
    {
        _session = session;
        _insert = session.Prepare("INSERT INTO note (key, play, title, text) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
        _list = session.Prepare("SELECT number, play, title, text FROM note WHERE play = ? AND number < ? ORDER BY number DESC LIMIT ?");
    }

    public Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = _session.Change(() => _insert.Bind(1, key).Bind(2, play).Bind(3, title).Bind(4, text).Run());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PlayNote>> ListAsync(string play, long? before, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<PlayNote>>(_session.Read(_ =>
            _list.Bind(1, play).Bind(2, before ?? long.MaxValue).Bind(3, (long)most)
                .All(row => new PlayNote(row.Long(0), row.Text(1), row.Text(2), row.Text(3)))));
    }
}
