using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Notices;

/// <summary>A store whose process dies before or after what it was to write.</summary>
/// <param name="inner">What stays.</param>
/// <param name="die">Asked twice at each write.</param>
internal sealed class DyingStore(INoticeStore inner, Func<bool> die) : INoticeStore
{
    public Task<bool> AddAsync(
        Notice notice, string key, DateTimeOffset at, Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>> rule, CancellationToken cancellationToken) =>
        AroundAsync(() => inner.AddAsync(notice, key, at, rule, cancellationToken));

    public Task<IReadOnlyList<Parcel>> DueAsync(string sink, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        inner.DueAsync(sink, now, most, cancellationToken);

    public Task<DateTimeOffset?> NextAsync(string sink, CancellationToken cancellationToken) => inner.NextAsync(sink, cancellationToken);

    public Task MarkAsync(long parcel, ParcelAttempt attempt, DateTimeOffset? nextTry, CancellationToken cancellationToken) => AroundAsync(async () =>
    {
        await inner.MarkAsync(parcel, attempt, nextTry, cancellationToken);
        return true;
    });

    public Task<IReadOnlyList<Parcel>> ListAsync(ParcelQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<Parcel?> FindAsync(long parcel, CancellationToken cancellationToken) => inner.FindAsync(parcel, cancellationToken);

    public Task<Parcel?> ReplayAsync(long parcel, DateTimeOffset at, CancellationToken cancellationToken) => inner.ReplayAsync(parcel, at, cancellationToken);

    public Task<KeptMessage?> MessageAsync(string sink, string about, CancellationToken cancellationToken) => inner.MessageAsync(sink, about, cancellationToken);

    public Task<IReadOnlyList<KeptMessage>> OpenMessagesAsync(string sink, int most, CancellationToken cancellationToken) =>
        inner.OpenMessagesAsync(sink, most, cancellationToken);

    public Task KeepMessageAsync(string sink, KeptMessage message, CancellationToken cancellationToken) => AroundAsync(async () =>
    {
        await inner.KeepMessageAsync(sink, message, cancellationToken);
        return true;
    });

    private async Task<T> AroundAsync<T>(Func<Task<T>> write)
    {
        MayDie();
        var written = await write();
        MayDie();
        return written;
    }

    private void MayDie()
    {
        if (die())
        {
            throw new IOException("died");
        }
    }
}
