namespace Optimizer.Embedded.Storage;

/// <summary>The idempotency keys of signals.</summary>
internal sealed class SignalKeyTable(SqliteSession session)
{
    private readonly Statement _insert = session.Prepare("INSERT INTO signal_key (instance, key, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    private readonly Statement _deleteOld = session.Prepare("DELETE FROM signal_key WHERE at < ?");
    private readonly Statement _deleteAll = session.Prepare("DELETE FROM signal_key WHERE instance = ?");

    public bool TryAdd(long instance, string key, long at) => _insert.Bind(1, instance).Bind(2, key).Bind(3, at).Run() == 1;

    public void DeleteBefore(long before) => _deleteOld.Bind(1, before).Run();

    public void DeleteAll(long instance) => _deleteAll.Bind(1, instance).Run();
}
