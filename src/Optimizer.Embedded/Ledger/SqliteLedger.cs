using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// The attribution ledger in a file of its own. Appended to and never changed; running sums are written in the same transaction as the events
/// they sum. Safe from any thread; other processes may read it, and write it in turn.
/// </summary>
public sealed class SqliteLedger : IAttributionLedger, IDisposable
{
    private readonly string? _file;
    private readonly LedgerOptions _options;
    private readonly RecordSession? _writing;
    private readonly RecordSession _reading;
    private readonly LedgerWriter? _writer;
    private readonly LedgerQueue? _queue;
    private readonly LedgerTurn _turn;
    private readonly LedgerReader _reader;

    private SqliteLedger(string? file, LedgerOptions options, bool readOnly)
    {
        (_file, _options) = (file, options);
        _turn = new(file, options.Patience);
        if (readOnly)
        {
            _reading = new(LedgerFile.OpenToRead(file!, options), file!, readOnly: true);
            _reader = new(_reading);
            return;
        }

        if (file is not null)
        {
            LedgerFile.MakeFolder(file);
        }

        using (_turn.Take())
        {
            var session = LedgerFile.Open(file, options);
            _writing = new(session, file ?? "memory", readOnly: false);
            _writer = new(session, file ?? "memory");
        }

        _reading = file is null ? _writing : new(LedgerFile.OpenToRead(file, options), file, readOnly: true);
        _reader = new(_reading);
        _queue = new(_writing, _writer, _turn, file is null, options);
    }

    /// <summary>The file; "memory" without one.</summary>
    public string File => _file ?? "memory";

    /// <summary>Opens the ledger to write and read, making file and folder when absent.</summary>
    /// <param name="file">Path; null keeps everything in memory, for this ledger alone.</param>
    /// <param name="options">How it is kept.</param>
    /// <exception cref="RecordFileException">It is damaged, read-only, another program's, of a newer version, or another process does not stop writing it.</exception>
    public static SqliteLedger Open(string? file, LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(file is null ? null : Path.GetFullPath(file), options, readOnly: false);
    }

    /// <summary>Opens the ledger to read, also while another process writes it.</summary>
    /// <exception cref="RecordFileException">As above, or there is no such file.</exception>
    public static SqliteLedger OpenToRead(string file, LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(Path.GetFullPath(file), options, readOnly: true);
    }

    public Task PutAsync(LedgerExperiment experiment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return ExperimentCheck.Problem(experiment) is { } problem
            ? throw new ArgumentException(problem, nameof(experiment))
            : Ask(1, writer => writer.Put(experiment, at), cancellationToken);
    }

    public Task<LedgerExperiment?> FindAsync(string experiment, CancellationToken cancellationToken) =>
        Read(() => _reader.Find(experiment), cancellationToken);

    public Task<IReadOnlyList<LedgerExperiment>> ExperimentsAsync(CancellationToken cancellationToken) => Read(_reader.Experiments, cancellationToken);

    public async Task<IReadOnlyList<EventAnswer>> AppendAsync(IReadOnlyList<AttributionEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            return [];
        }

        var prepared = _writer is null ? null : new PreparedEvents(events, _writer.Key, _writer.Numbers);
        return await Ask(events.Count, writer => writer.Append(prepared!, now), cancellationToken).ConfigureAwait(false);
    }

    public Task<int?> AssignAsync(string experiment, string unit, int variant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(unit) || unit.Length > EventLimits.LongestUnit)
        {
            throw new ArgumentException($"a unit has 1 to {EventLimits.LongestUnit} characters", nameof(unit));
        }

        return Ask(1, writer => writer.Assign(experiment, unit, variant, at), cancellationToken);
    }

    public Task<int?> AssignedAsync(string experiment, string unit, CancellationToken cancellationToken) =>
        Read(() => _reader.Assigned(experiment, unit), cancellationToken);

    public Task<IReadOnlyList<VariantTotal>> TotalsAsync(string experiment, CancellationToken cancellationToken) =>
        Read(() => _reader.Totals(experiment), cancellationToken);

    public Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(() => _file is null
            ? _reader.Sum(query, cancellationToken)
            : Apart(session => LedgerScan.Sum(session, new(session), new(session), query, cancellationToken)), cancellationToken);
    }

    public Task<IReadOnlyList<LedgerRow>> RowsAsync(LedgerQuery query, long after, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Read(() => _file is null
            ? _reader.Rows(query, after, most, cancellationToken)
            : Apart(session => LedgerScan.Rows(session, new(session), new(session), query, after, most, cancellationToken)), cancellationToken);
    }

    public Task SetAsideAsync(IReadOnlyList<RefusedRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count == 0 ? Task.CompletedTask : Ask(rows.Count, writer =>
        {
            writer.SetAside(rows, now);
            return true;
        }, cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, long>> QuarantineAsync(CancellationToken cancellationToken) => Read(_reader.Quarantine, cancellationToken);

    /// <summary>Rows that were set aside, in the order in which they came.</summary>
    /// <param name="after">Number behind which to begin; 0 for the first.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<QuarantinedRow> Quarantined(long after, int most) => _reader.Quarantined(after, most);

    /// <summary>Everything that was done to the ledger or its file since it was written; empty when nothing was. Reads all of it.</summary>
    public IReadOnlyList<LedgerFault> Verify(CancellationToken cancellationToken = default) => Apart(session => LedgerProof.Run(session, cancellationToken));

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<string>>(() => [.. Verify(cancellationToken).Select(fault => fault.ToString())], cancellationToken);

    public void Dispose()
    {
        _queue?.Dispose();
        _writer?.Dispose();
        if (_reading != _writing)
        {
            _reading.Dispose();
        }

        if (_writing is not null)
        {
            // Whoever closes last tidies the file's log away, which is writing.
            using (_turn.Take())
            {
                _writing.Dispose();
            }
        }
    }

    // A long look has a connection of its own, so that short ones are answered meanwhile.
    private T Apart<T>(Func<SqliteSession, T> look)
    {
        if (_file is null)
        {
            return _reading.Read(look);
        }

        using var session = new RecordSession(LedgerFile.OpenToRead(_file, _options), _file, readOnly: true);
        return session.Read(open =>
        {
            open.Execute("BEGIN");
            return look(open);
        });
    }

    private async Task<T> Ask<T>(int rows, Func<LedgerWriter, T> apply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _queue is null
            ? throw new RecordFileException(File, "is open for reading only")
            : await _queue.Ask(rows, apply).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task<T> Read<T>(Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(read());
    }
}
