using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Kept;

/// <summary>Flags that Optimizer keeps itself. Every change is a row, so that the shares in force on any day can be told.</summary>
internal sealed class TableFlags(RowTable rows, TimeProvider clock) : IFeatureFlags, IFlagStretches
{
    private const double Rounding = 1e-6;

    private readonly KeyedChanges _changes = new(rows, new(clock));

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Not one weight for each of at least two settings, or they do not sum to 1.</exception>
    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag.Weights.Count != flag.Settings.Count || flag.Weights.Count < 2
            || !flag.Weights.All(weight => weight is >= 0 and <= 1) || Math.Abs(flag.Weights.Sum() - 1) > Rounding
            ? throw new ArgumentException(
                $"flag {flag.Experiment} has weights [{string.Join(", ", flag.Weights)}] for {flag.Settings.Count} settings: one weight each, at least two, summing to 1",
                nameof(flag))
            : _changes.AddAsync(Partition(flag.Experiment), key, RowJson.Of(new FlagChange(at, flag)), cancellationToken);
    }

    public async Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken) =>
        (await _changes.NewestAsync(Partition(experiment), cancellationToken))?.Read<FlagChange>().State;

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken) =>
        _changes.AddAsync(Partition(experiment), key, RowJson.Of(new FlagChange(at, null)), cancellationToken);

    public async Task<IReadOnlyList<FlagStretch>> StretchesAsync(string experiment, CancellationToken cancellationToken)
    {
        var (stretches, until) = (new List<FlagStretch>(), default(DateTimeOffset?));
        await foreach (var row in _changes.ReadAsync(Partition(experiment), null, cancellationToken))
        {
            var change = row.Read<FlagChange>();
            if (change.State is { } flag)
            {
                stretches.Add(new(change.At, until, flag));
            }

            until = change.At;
        }

        stretches.Reverse();
        return stretches;
    }

    private static string Partition(string experiment) => RowKeys.Join("flag", RowKeys.Hash(experiment));
}
