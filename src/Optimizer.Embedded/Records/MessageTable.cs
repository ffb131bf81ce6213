using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Notices;

namespace Optimizer.Embedded.Records;

/// <summary>The messages that sinks keep up to date, inside a change or a read of the session.</summary>
internal sealed class MessageTable
{
    private const string Columns = "about, place, shown, is_open, at";

    private readonly Statement _find;
    private readonly Statement _open;
    private readonly Statement _keep;

    public MessageTable(RecordSession session)
    {
        _find = session.Prepare($"SELECT {Columns} FROM message WHERE sink = ? AND about = ?");
        _open = session.Prepare($"SELECT {Columns} FROM message WHERE sink = ? AND is_open = 1 ORDER BY at, about LIMIT ?");
        _keep = session.Prepare($"INSERT OR REPLACE INTO message (sink, {Columns}) VALUES (?, ?, ?, ?, ?, ?)");
    }

    public KeptMessage? Find(string sink, string about) => _find.Bind(1, sink).Bind(2, about).All(Read) is [var found] ? found : null;

    public IReadOnlyList<KeptMessage> Open(string sink, int most) => _open.Bind(1, sink).Bind(2, most).All(Read);

    public int Keep(string sink, KeptMessage message) => _keep.Bind(1, sink).Bind(2, message.About).Bind(3, message.Place).Bind(4, message.Shown)
        .Bind(5, message.IsOpen ? 1 : 0).Bind(6, message.At.UtcTicks).Run();

    private static KeptMessage Read(Statement row) => new(row.Text(0), row.Text(1), row.Text(2), row.Flag(3), new(row.Long(4), TimeSpan.Zero));
}
