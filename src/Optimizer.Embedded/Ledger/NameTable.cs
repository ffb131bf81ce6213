using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Names of events as small numbers, from 1.</summary>
internal sealed class NameTable
{
    private readonly Statement _all;
    private readonly Statement _add;
    private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _texts = [];

    public NameTable(SqliteSession session)
    {
        _all = session.Prepare("SELECT key, text FROM name WHERE key > ? ORDER BY key");
        _add = session.Prepare("INSERT INTO name VALUES (?, ?)");
    }

    public void Refresh()
    {
        foreach (var (key, text) in _all.Bind(1, _keys.Count).All(row => (row.Long(0), row.Text(1))))
        {
            _keys.Add(text, key);
            _texts.Add(key, text);
        }
    }

    public void Forget()
    {
        _keys.Clear();
        _texts.Clear();
    }

    /// <summary>The number of a name; 0 when it has none yet.</summary>
    public long Find(string text) => _keys.GetValueOrDefault(text);

    public long Add(string text)
    {
        var key = _keys.Count + 1L;
        _ = _add.Bind(1, key).Bind(2, text).Run();
        _keys.Add(text, key);
        _texts.Add(key, text);
        return key;
    }

    /// <summary>The name of a number; null when there is none.</summary>
    public string? Text(long key) => _texts.GetValueOrDefault(key);
}
