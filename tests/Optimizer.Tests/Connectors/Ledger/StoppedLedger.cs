using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Ledger;

/// <summary>
/// A ledger in a file, one change after another; after each its files are copied, as a process that dies there would leave them: once whole, and
/// once with half of what the change added to the log that is written ahead, as one that dies within it.
/// </summary>
internal sealed class StoppedLedger(SqliteLedger ledger, string folder) : IAttributionLedger, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<string> _stops = [];

    /// <summary>Paths of the copies, in order.</summary>
    public IReadOnlyList<string> Stops => _stops;

    private string Ahead => ledger.File + "-wal";

    public void Dispose() => _gate.Dispose();

    public Task<IReadOnlyList<EventAnswer>> AppendAsync(IReadOnlyList<AttributionEvent> events, DateTimeOffset now, CancellationToken cancellationToken) =>
        ThenCopyAsync(() => ledger.AppendAsync(events, now, cancellationToken));

    public Task SetAsideAsync(IReadOnlyList<RefusedRow> rows, DateTimeOffset now, CancellationToken cancellationToken) => ThenCopyAsync(async () =>
    {
        await ledger.SetAsideAsync(rows, now, cancellationToken);
        return rows.Count;
    });

    public Task PutAsync(LedgerExperiment experiment, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LedgerExperiment?> FindAsync(string experiment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int?> AssignAsync(string experiment, string unit, int variant, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int?> AssignedAsync(string experiment, string unit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<VariantTotal>> TotalsAsync(string experiment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerRow>> RowsAsync(LedgerQuery query, long after, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, long>> QuarantineAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerExperiment>> ExperimentsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private async Task<T> ThenCopyAsync<T>(Func<Task<T>> change)
    {
        await _gate.WaitAsync();
        try
        {
            var before = new FileInfo(Ahead).Length;
            var answer = await change();
            var after = new FileInfo(Ahead).Length;
            if (after > before)
            {
                Copy(before + ((after - before) / 2));
                Copy(after);
            }

            return answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Copy(long length)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, $"{_stops.Count}")).FullName, LedgerOptions.FileName);
        File.Copy(ledger.File, target);
        File.Copy(Ahead, target + "-wal");
        using var cut = new FileStream(target + "-wal", FileMode.Open, FileAccess.Write);
        cut.SetLength(length);
        _stops.Add(target);
    }
}
