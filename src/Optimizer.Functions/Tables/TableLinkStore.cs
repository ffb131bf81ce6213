using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>
/// Used links, a row and a partition each. None is forgotten: a row is smaller than what finding the old ones would cost.
/// </summary>
internal sealed class TableLinkStore(RowTable rows) : ILinkStore
{
    private const string Key = "use";

    public async Task<LinkUse> UseAsync(LinkUse use, DateTimeOffset keptUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(use);
        return await rows.TryAddAsync(Partition(use.Nonce), Key, RowText.Of(use), cancellationToken)
            ? use
            : await FindAsync(use.Nonce, cancellationToken) ?? throw new InvalidOperationException($"link {use.Nonce} is used and is not");
    }

    public async Task<LinkUse?> FindAsync(string nonce, CancellationToken cancellationToken) =>
        await rows.FindAsync(Partition(nonce), Key, cancellationToken) is { } row ? RowText.Read<LinkUse>(row) : null;

    private static string Partition(string nonce) => RowKeys.Join("link", RowKeys.Of(nonce));
}
