using System.Text.Json;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>
/// Looks at an engine's file on which no engine runs, without running anything. It holds the file meanwhile, so no engine
/// can open it: look, and let go. A file of a former version is raised to this one, as an engine would.
/// </summary>
public sealed class EngineInspector : IEngineView, IDisposable
{
    private const int CountPage = 1000;

    private readonly SqliteStore _store;

    private EngineInspector(SqliteStore store, string file, FileHolder? lastHolder) =>
        (_store, File, LastHolder) = (store, file, lastHolder);

    public string File { get; }

    /// <summary>Who held the file last, when it did not let it go in order.</summary>
    public FileHolder? LastHolder { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="EngineFileException">It is in use, damaged, read-only, another program's, or of a newer version.</exception>
    /// <exception cref="EngineViewException">There is no such file.</exception>
    public static EngineInspector Open(string file, TimeProvider clock)
    {
        var full = Path.GetFullPath(file);
        if (!System.IO.File.Exists(full))
        {
            throw new EngineViewException(ViewProblem.Absent, $"{file}: there is no such file; no engine has run here yet");
        }

        var holder = FileLock.Noted(full) is { } owner ? new FileHolder(owner.Pid, owner.StartedAt, owner.BeatAt) : null;
        return new(SqliteStore.Open(full, clock, notes: false), full, holder);
    }

    public async Task<ListedPage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        InstancePage page;
        try
        {
            page = Read(() => StatusReader.List(_store, query));
        }
        catch (ArgumentException place)
        {
            throw Listing.Nowhere(query, place);
        }

        var listed = new List<ListedInstance>(page.Instances.Count);
        foreach (var status in page.Instances)
        {
            cancellationToken.ThrowIfCancellationRequested();
            listed.Add(await Listing.OfAsync(status, () => HistoryAsync(status.InstanceId, cancellationToken)).ConfigureAwait(false));
        }

        return new(listed, page.Next);
    }

    public Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(() => StatusReader.Read(_store, instanceId)));

    public Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(() => HistoryReader.Tell(HistoryReader.Read(_store, instanceId))));

    public Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(() => StatusReader.Children(_store, instanceId)));

    public Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken = default) => Task.FromResult<EngineHealth?>(null);

    public Task BackupAsync(string file, CancellationToken cancellationToken = default)
    {
        BackupTarget.MustBeNew(file);
        Read(() =>
        {
            _store.Backup(file);
            return true;
        });
        return Task.CompletedTask;
    }

    /// <summary>How many instances stand in each state; states without any are left out.</summary>
    public IReadOnlyDictionary<RunState, int> Counts()
    {
        var counts = new SortedDictionary<RunState, int>();
        foreach (var row in Rows())
        {
            var state = row is { State: RunState.Running, Started: false } ? RunState.Pending : row.State;
            counts[state] = counts.GetValueOrDefault(state) + 1;
        }

        return counts;
    }

    /// <summary>Due times of all pending timers, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Timers() =>
        [.. Read(_store.Timers).Select(timer => new DateTimeOffset(timer.Due, TimeSpan.Zero))];

    /// <summary>Looks at every page and reads every record.</summary>
    public FileCheck Check() => StoreCheck.Run(_store, Rows());

    public void Dispose() => _store.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<InstanceRow> Rows()
    {
        var after = 0L;
        while (Read(() => _store.List(new InstanceQuery(), after, CountPage)) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                yield return row;
            }

            after = page[^1].Key;
        }
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is StoreException or EngineFileException or JsonException)
        {
            throw new EngineViewException(ViewProblem.Failed, fault is EngineFileException ? fault.Message : $"{File}: {fault.Message}", fault);
        }
    }
}
