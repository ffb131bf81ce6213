using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>
/// The register of experiments. A start is written in one batch with the site's version, under the tag with which that was read, so that of
/// many that saw the same room one gets it (S0-054).
/// </summary>
internal sealed class TableExperimentRegister(RowTable rows, TimeProvider clock) : IExperimentRegister
{
    private const string Partition = RegisterRows.Partition;

    private static readonly TimeSpan Lately = TimeSpan.FromHours(48);

    private readonly Contest _contest = new(clock);

    public async Task<RegisterPage> ReadAsync(string site, string play, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The version first: what starts while the rest is read makes it an old one.
        var version = RegisterRows.Version(await VersionAsync(site, cancellationToken));
        var ofPlay = await ReadAsync(RegisterRows.OfPlay(play), "", cancellationToken);
        var active = await ReadAsync(RegisterRows.Active(site), "", cancellationToken);
        var started = await ReadAsync(RegisterRows.Started(site), RowKeys.Of((now - Lately).UtcTicks), cancellationToken);

        // What ended between the two reads is in both.
        return new(version, new(InOrder(ofPlay), InOrder(started.UnionBy(active, each => each.Id))));
    }

    public Task<bool> TryStartAsync(PastExperiment experiment, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.IsActive
            ? _contest.RunAsync($"the register of {experiment.Site}", async () =>
            {
                // The version first: when it is another one because of this very start, the start is seen.
                var row = await VersionAsync(experiment.Site, cancellationToken);

                // Known already: the answer to an earlier, identical request was lost.
                return await FindAsync(experiment, cancellationToken) is not null ? (true, true)
                    : RegisterRows.Version(row) != version ? (true, false)
                    : (await rows.TryWriteAsync(Partition, RegisterRows.Start(experiment, row), cancellationToken), true);
            }, cancellationToken)
            : throw new ArgumentException($"{experiment.Id} has ended already", nameof(experiment));
    }

    public Task ReleaseAsync(PastExperiment experiment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return _contest.RunAsync($"the register of {experiment.Site}", async () =>
        {
            var row = await FindAsync(experiment, cancellationToken);
            if (row is null || RowText.Read<PastExperiment>(row) is not { IsActive: true } running)
            {
                return (true, false);
            }

            var version = await VersionAsync(running.Site, cancellationToken);
            return (await rows.TryWriteAsync(Partition, RegisterRows.Release(running, row, version), cancellationToken), true);
        }, cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">It has not ended, or was never started.</exception>
    public Task EndAsync(PastExperiment ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        return ended is { EndedAt: { } at, End: { } end }
            ? _contest.RunAsync($"the experiment {ended.Id}", async () =>
            {
                var row = await FindAsync(ended, cancellationToken) ?? throw new ArgumentException($"{ended.Id} was never started", nameof(ended));
                var started = RowText.Read<PastExperiment>(row);
                return started.IsActive
                    ? (await rows.TryWriteAsync(Partition, RegisterRows.End(started with { EndedAt = at, End = end }, row), cancellationToken), true)
                    : (true, false);
            }, cancellationToken)
            : throw new ArgumentException($"{ended.Id} has no end", nameof(ended));
    }

    private static PastExperiment[] InOrder(IEnumerable<PastExperiment> experiments) => [.. experiments.OrderBy(each => each.StartedAt)];

    private Task<StoredRow?> FindAsync(PastExperiment experiment, CancellationToken cancellationToken) =>
        rows.FindAsync(Partition, RegisterRows.Key(experiment.Id), cancellationToken);

    private Task<StoredRow?> VersionAsync(string site, CancellationToken cancellationToken) =>
        rows.FindAsync(Partition, RegisterRows.VersionKey(site), cancellationToken);

    private async Task<List<PastExperiment>> ReadAsync(string prefix, string from, CancellationToken cancellationToken)
    {
        var found = new List<PastExperiment>();
        await foreach (var row in rows.ReadAsync(Partition, prefix + from, RowKeys.After(prefix), cancellationToken))
        {
            found.Add(RowText.Read<PastExperiment>(row));
        }

        return found;
    }
}
