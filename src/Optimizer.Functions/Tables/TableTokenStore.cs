using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>Tokens in one partition, with a row that stands there from the first of them on.</summary>
internal sealed class TableTokenStore(RowTable rows, TimeProvider clock) : ITokenStore
{
    private const string Partition = "tokens";
    private const string Any = "any";

    private readonly Contest _contest = new(clock);

    private static string Tokens { get; } = RowKeys.Under("token");

    public async Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken) => Read(await RowAsync(id, cancellationToken));

    public Task PutAsync(AccessToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _contest.RunAsync($"the token {token.Id}", async () =>
        {
            var isDone = await RowAsync(token.Id, cancellationToken) is { } row
                ? await rows.TryReplaceAsync(row, RowText.Of(token), cancellationToken)
                : await rows.TryWriteAsync(Partition, [Added(token), .. await MarkAsync(cancellationToken)], cancellationToken);
            return (isDone, token);
        }, cancellationToken);
    }

    public async Task<bool> AddFirstAsync(AccessToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return await MarkAsync(cancellationToken) is { Count: > 0 } mark && await rows.TryWriteAsync(Partition, [Added(token), .. mark], cancellationToken);
    }

    public Task<AccessToken?> ChangeAsync(string id, Func<AccessToken, AccessToken> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _contest.RunAsync<AccessToken?>($"the token {id}", async () =>
        {
            if (await RowAsync(id, cancellationToken) is not { } row)
            {
                return (true, null);
            }

            var changed = change(RowText.Read<AccessToken>(row));
            return changed.Id == id
                ? (await rows.TryReplaceAsync(row, RowText.Of(changed), cancellationToken), changed)
                : throw new ArgumentException($"token {id} cannot become token {changed.Id}", nameof(change));
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken)
    {
        var tokens = new List<AccessToken>();
        await foreach (var row in rows.ReadAsync(Partition, Tokens, cancellationToken))
        {
            tokens.Add(RowText.Read<AccessToken>(row));
        }

        return [.. tokens.OrderBy(token => token.IssuedAt).ThenBy(token => token.Id, StringComparer.Ordinal)];
    }

    private static RowChange Added(AccessToken token) => new(Tokens + RowKeys.Of(token.Id), RowText.Of(token));

    private static AccessToken? Read(StoredRow? row) => row is null ? null : RowText.Read<AccessToken>(row);

    private Task<StoredRow?> RowAsync(string id, CancellationToken cancellationToken) => rows.FindAsync(Partition, Tokens + RowKeys.Of(id), cancellationToken);

    /// <summary>The change that says that there are tokens; none when it was said.</summary>
    private async Task<IReadOnlyList<RowChange>> MarkAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Partition, Any, cancellationToken) is null ? [new(Any, "")] : [];
}
