using System.Text;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Tests.Embedded.Storage;

/// <summary>A fresh store, on a file or in memory, and short words for what tests do with it.</summary>
public abstract class StoreFixture : IDisposable
{
    private protected static readonly Failure Broken = new("Boom", "it broke", "at X", new Failure("Cause", "beneath"), new Dictionary<string, string> { ["a"] = "b" }, false);

    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-store-").FullName;
    private readonly bool _inMemory;
    private SqliteStore? _store;

    protected StoreFixture(bool inMemory) => _inMemory = inMemory;

    protected string FilePath => PathOf("engine.db");

    private protected SqliteStore Store => _store ??= SqliteStore.Open(_inMemory ? null : FilePath);

    protected string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the store and, where it has a file, opens it anew.</summary>
    protected void Reopen()
    {
        if (!_inMemory)
        {
            Close();
            _ = Store;
        }
    }

    protected void Close()
    {
        _store?.Dispose();
        _store = null;
    }

    private protected T Change<T>(Func<SqliteStore, T> change)
    {
        Store.Begin();
        var answer = change(Store);
        Store.Commit();
        return answer;
    }

    private protected void Change(Action<SqliteStore> change) => Change(store =>
    {
        change(store);
        return 0;
    });

    private protected long Insert(string id, string workflow = "Play", long at = 100, IReadOnlyDictionary<string, string>? tags = null, ParentLink? parent = null) =>
        Change(store => store.Insert(New(id, workflow, at, tags, parent)));

    private protected static NewInstance New(string id, string workflow = "Play", long at = 100, IReadOnlyDictionary<string, string>? tags = null, ParentLink? parent = null) =>
        new(id, workflow, 3, at, Payload.Of(id), tags ?? new Dictionary<string, string>(), "00-trace", parent);

    private protected long Append(long instance, string text = "{}", RecordKind kind = RecordKind.Turn, long at = 200, bool busy = false) =>
        Change(store => store.Append(instance, kind, at, busy, Encoding.UTF8.GetBytes(text)));

    private protected IEnumerable<string> Texts(long instance) => Store.Records(instance).Select(record => Encoding.UTF8.GetString(record.Body.Span));
}
