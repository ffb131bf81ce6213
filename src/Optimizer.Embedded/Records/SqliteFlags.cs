using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Flags that Optimizer keeps itself. Every change is a row, so that the shares in force on any day can be told; a key that was obeyed
/// before changes nothing.
/// </summary>
internal sealed class SqliteFlags : IFeatureFlags, IFlagStretches
{
    private const double Rounding = 1e-6;

    private readonly RecordSession _session;
    private readonly Statement _insert;
    private readonly Statement _last;
    private readonly Statement _all;

    public SqliteFlags(RecordSession session)
    {
        _session = session;
        _insert = session.Prepare("INSERT INTO flag_change (key, experiment, at, state) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
        _last = session.Prepare("SELECT at, state FROM flag_change WHERE experiment = ? ORDER BY number DESC LIMIT 1");
        _all = session.Prepare("SELECT at, state FROM flag_change WHERE experiment = ? ORDER BY number");
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Not one weight for each of at least two settings, or they do not sum to 1.</exception>
    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        cancellationToken.ThrowIfCancellationRequested();
        if (flag.Weights.Count != flag.Settings.Count || flag.Weights.Count < 2
            || !flag.Weights.All(weight => weight is >= 0 and <= 1) || Math.Abs(flag.Weights.Sum() - 1) > Rounding)
        {
            throw new ArgumentException(
                $"flag {flag.Experiment} has weights [{string.Join(", ", flag.Weights)}] for {flag.Settings.Count} settings: one weight each, at least two, summing to 1",
                nameof(flag));
        }

        Change(flag.Experiment, at, key, Payload.Of(flag).ToString());
        return Task.CompletedTask;
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _last.Bind(1, experiment).First(Row)).Flag);
    }

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(experiment, at, key, null);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<FlagStretch>> StretchesAsync(string experiment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = _session.Read(_ => _all.Bind(1, experiment).All(Row));
        var stretches = new List<FlagStretch>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Flag is { } flag)
            {
                stretches.Add(new(rows[i].At, i + 1 < rows.Count ? rows[i + 1].At : null, flag));
            }
        }

        return Task.FromResult<IReadOnlyList<FlagStretch>>(stretches);
    }

    private void Change(string experiment, DateTimeOffset at, string key, string? state) => _session.Change(() =>
        _insert.Bind(1, key).Bind(2, experiment).Bind(3, at.UtcTicks).Bind(4, state).Run());

    private static (DateTimeOffset At, FlagState? Flag) Row(Statement row) => (
        new(row.Long(0), TimeSpan.Zero), row.BytesOrNull(1) is { } json ? new Payload(json).ReadAs<FlagState>("a stored flag") : null);
}
