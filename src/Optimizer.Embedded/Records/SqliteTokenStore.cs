using System.Collections.Concurrent;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Tokens in a table. Every request asks for one, so those found are kept in memory for a few seconds: who asks does not wait for a
/// change that is being flushed.
/// </summary>
internal sealed class SqliteTokenStore : ITokenStore
{
    private const string Columns =
        "id, hash, name, role, seat, human, issued_at, expires_at, revoked_at, former_hash, former_until, last_used_at, announced";

    /// <summary>What another process changed, as a person who revokes a token by hand, is seen after so long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly RecordSession _session;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, (AccessToken Token, long At)> _known = new(StringComparer.Ordinal);
    private readonly Statement _find;
    private readonly Statement _put;
    private readonly Statement _any;
    private readonly Statement _list;

    public SqliteTokenStore(RecordSession session, TimeProvider clock)
    {
        (_session, _clock) = (session, clock);
        _find = session.Prepare($"SELECT {Columns} FROM token WHERE id = ?");
        _put = session.Prepare($"INSERT OR REPLACE INTO token ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _any = session.Prepare("SELECT 1 FROM token LIMIT 1");
        _list = session.Prepare($"SELECT {Columns} FROM token ORDER BY issued_at, id");
    }

    public Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_known.TryGetValue(id, out var kept) && _clock.GetElapsedTime(kept.At) < Fresh)
        {
            return Task.FromResult<AccessToken?>(kept.Token);
        }

        // Before it is read: what changes while it is read must not be hidden by what was read.
        var at = _clock.GetTimestamp();
        return Task.FromResult(_session.Read(open =>
        {
            var token = _find.Bind(1, id).First(Row);
            if (token is null)
            {
                _ = _known.TryRemove(id, out _);
            }
            else
            {
                _known[id] = (token, at);
            }

            return token;
        }));
    }

    public Task PutAsync(AccessToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Changed(token.Id, () => Put(token)));
    }

    public Task<bool> AddFirstAsync(AccessToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() => _any.First(row => (long?)row.Long(0)) is null && Put(token) is not null));
    }

    public Task<AccessToken?> ChangeAsync(string id, Func<AccessToken, AccessToken> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Changed(id, () =>
        {
            if (_find.Bind(1, id).First(Row) is not { } token)
            {
                return null;
            }

            var changed = change(token);
            return changed.Id == id ? Put(changed) : throw new ArgumentException($"token {id} cannot become token {changed.Id}", nameof(change));
        }));
    }

    public Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<AccessToken>>(_session.Read(_ => _list.All(row => Row(row)!)));
    }

    private AccessToken? Changed(string id, Func<AccessToken?> change)
    {
        try
        {
            return _session.Change(change);
        }
        finally
        {
            _ = _known.TryRemove(id, out _);
        }
    }

    private AccessToken Put(AccessToken token)
    {
        var by = token.Principal;
        _ = _put.Bind(1, token.Id).Bind(2, token.Hash).Bind(3, by.Name).Bind(4, by.Role.ToString()).Bind(5, by.Seat.ToString()).Bind(6, by.IsHuman)
            .Bind(7, token.IssuedAt.UtcTicks).Bind(8, token.ExpiresAt?.UtcTicks).Bind(9, token.RevokedAt?.UtcTicks).Bind(10, token.FormerHash)
            .Bind(11, token.FormerUntil?.UtcTicks).Bind(12, token.LastUsedAt?.UtcTicks).Bind(13, token.IsAnnounced).Run();
        return token;
    }

    private static AccessToken? Row(Statement row) => new(
        row.Text(0), row.Text(1), new(row.Text(2), Enum.Parse<Role>(row.Text(3)), Enum.Parse<Seat>(row.Text(4)), row.Flag(5)),
        Time(row.Long(6)), Time(row.LongOrNull(7)), Time(row.LongOrNull(8)))
    {
        FormerHash = row.TextOrNull(9),
        FormerUntil = Time(row.LongOrNull(10)),
        IsAnnounced = row.Flag(12),
        LastUsedAt = Time(row.LongOrNull(11)),
    };

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset? Time(long? ticks) => ticks is { } set ? Time(set) : null;
}
