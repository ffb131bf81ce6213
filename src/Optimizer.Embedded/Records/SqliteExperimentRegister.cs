using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// The register of experiments. A start is written only when the site's version is still the one that was ruled on, in one
/// change, so that of many that saw the same room one gets it (S0-054).
/// </summary>
internal sealed class SqliteExperimentRegister : IExperimentRegister
{
    private const string Columns = "id, play, site, page, variable, fingerprint, started_at, ended_at, ended_as";

    private static readonly TimeSpan Lately = TimeSpan.FromHours(48);

    private readonly RecordSession _session;
    private readonly Statement _version;
    private readonly Statement _ofPlay;
    private readonly Statement _ofSite;
    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Statement _raise;
    private readonly Statement _end;
    private readonly Statement _release;

    public SqliteExperimentRegister(RecordSession session)
    {
        _session = session;
        _version = session.Prepare("SELECT version FROM site WHERE name = ?");
        _ofPlay = session.Prepare($"SELECT {Columns} FROM experiment WHERE play = ? ORDER BY started_at, number");
        _ofSite = session.Prepare($"""
            SELECT {Columns} FROM experiment WHERE number IN (
                SELECT number FROM experiment INDEXED BY experiment_active WHERE site = ?1 AND ended_at IS NULL
                UNION SELECT number FROM experiment INDEXED BY experiment_started WHERE site = ?1 AND started_at >= ?2)
            ORDER BY started_at, number
            """);
        _find = session.Prepare($"SELECT {Columns} FROM experiment WHERE id = ?");
        _insert = session.Prepare($"INSERT INTO experiment ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _raise = session.Prepare("INSERT INTO site VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET version = version + 1");
        _end = session.Prepare("UPDATE experiment SET ended_at = ?2, ended_as = ?3 WHERE id = ?1 AND ended_at IS NULL");
        _release = session.Prepare("DELETE FROM experiment WHERE id = ? AND ended_at IS NULL");
    }

    public Task<RegisterPage> ReadAsync(string site, string play, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => new RegisterPage(
            Version(site),
            new(_ofPlay.Bind(1, play).All(Row), _ofSite.Bind(1, site).Bind(2, (now - Lately).UtcTicks).All(Row)))));
    }

    public Task<bool> TryStartAsync(PastExperiment experiment, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        if (!experiment.IsActive)
        {
            throw new ArgumentException($"{experiment.Id} has ended already", nameof(experiment));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() =>
        {
            // Known already: the answer to an earlier, identical request was lost.
            if (_find.Bind(1, experiment.Id).First(Row) is not null)
            {
                return true;
            }

            if (Version(experiment.Site) != version)
            {
                return false;
            }

            _ = _insert.Bind(1, experiment.Id).Bind(2, experiment.Play).Bind(3, experiment.Site).Bind(4, experiment.Page)
                .Bind(5, experiment.Variable).Bind(6, experiment.Fingerprint).Bind(7, experiment.StartedAt.UtcTicks)
                .Bind(8, default(long?)).Bind(9, default(string)).Run();
            _ = _raise.Bind(1, experiment.Site).Run();
            return true;
        }, isTerms: true));
    }

    public Task ReleaseAsync(PastExperiment experiment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        cancellationToken.ThrowIfCancellationRequested();
        _session.Change(() => _release.Bind(1, experiment.Id).Run() == 1 && _raise.Bind(1, experiment.Site).Run() == 1, isTerms: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">It has not ended, or was never started.</exception>
    public Task EndAsync(PastExperiment ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        if (ended is not { EndedAt: { } at, End: { } end })
        {
            throw new ArgumentException($"{ended.Id} has no end", nameof(ended));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var isKnown = _session.Change(() =>
            _end.Bind(1, ended.Id).Bind(2, at.UtcTicks).Bind(3, end.ToString()).Run() == 1 || _find.Bind(1, ended.Id).First(Row) is not null, isTerms: true);
        if (!isKnown)
        {
            throw new ArgumentException($"{ended.Id} was never started", nameof(ended));
        }

        return Task.CompletedTask;
    }

    private long Version(string site) => _version.Bind(1, site).First(row => row.Long(0));

    private static PastExperiment Row(Statement row) => new()
    {
        Id = row.Text(0),
        Play = row.Text(1),
        Site = row.Text(2),
        Page = row.TextOrNull(3),
        Variable = row.Text(4),
        Fingerprint = row.Text(5),
        StartedAt = At(row.Long(6)),
        EndedAt = row.LongOrNull(7) is { } ended ? At(ended) : null,
        End = row.TextOrNull(8) is { } end ? Enum.Parse<DecisionKind>(end) : null,
    };

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
