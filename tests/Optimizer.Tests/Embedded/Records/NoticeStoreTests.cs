using Optimizer.Embedded.Records;
using Optimizer.Tests.Connectors.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Embedded.Records;

public sealed class NoticeStoreTests : IDisposable
{
    private static readonly DateTimeOffset At = HandClock.Start;

    private readonly RecordFolder _folder = new();

    [Fact]
    public async Task Add_FileOpenedAgain_KnowsKeysParcelsAndAttempts()
    {
        using (var store = _folder.Open(durable: true))
        {
            await TellAsync(store, "k1");
            await store.Told.MarkAsync(1, new(At, false, "503"), At.AddMinutes(1), default);
        }

        using var again = _folder.Open(durable: true);
        await TellAsync(again, "k1");
        var parcel = Assert.Single(await again.Told.ListAsync(new(), default));
        Assert.Equal(("ops/k1", ParcelState.Waiting, At.AddMinutes(1)), (parcel.Key, parcel.State, parcel.NextTry));
        Assert.Equal([new ParcelAttempt(At, false, "503")], parcel.Attempts);
        Assert.Equal("approval needed: é", Assert.Single(parcel.Notices).Notice.Subject);
    }

    [Fact]
    public async Task Mark_Delivered_IsNotTakenBack()
    {
        using var store = RecordFolder.InMemory();
        await TellAsync(store, "k1");
        await store.Told.MarkAsync(1, new(At, true, "200"), null, default);
        await store.Told.MarkAsync(1, new(At, false, "late"), At.AddMinutes(1), default);
        await store.Told.MarkAsync(99, new(At, true, "200"), null, default);

        var parcel = (await store.Told.FindAsync(1, default))!;
        Assert.Equal((ParcelState.Delivered, 1), (parcel.State, parcel.Attempts.Count));
        Assert.Null(await store.Told.NextAsync("ops", default));
        Assert.Null(await store.Told.FindAsync(99, default));
    }

    [Fact]
    public async Task Replay_StillWaiting_IsTriedAtOnceAndNotDoubled()
    {
        using var store = RecordFolder.InMemory();
        await TellAsync(store, "k1");
        await store.Told.MarkAsync(1, new(At, false, "503"), At.AddHours(1), default);
        Assert.Empty(await store.Told.DueAsync("ops", At, 8, default));

        Assert.Equal(1, (await store.Told.ReplayAsync(1, At, default))!.Number);
        Assert.Equal(1, Assert.Single(await store.Told.DueAsync("ops", At, 8, default)).Number);
        Assert.Null(await store.Told.ReplayAsync(99, At, default));
    }

    [Fact]
    [Trait("Req", "S0-064")]
    public async Task Notify_SameAnomalyByTwoAtOnce_IsToldOnceAndTheOtherIsLoggedAsDropped()
    {
        using var store = RecordFolder.InMemory();
        var outbox = Outbox(store);
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => outbox.NotifyAsync(
            new("p", "high", "signups drop", "", "anomaly-p-signups-Drop") { Kind = Optimizer.Domain.Notices.NoticeKind.AnomalyFound, Kpi = "signups" }, $"k{number}", default))));

        var parcels = await store.Told.ListAsync(new(), default);
        Assert.Equal((1, 19), (parcels.Count(parcel => parcel.State == ParcelState.Waiting), parcels.Count(parcel => parcel.State == ParcelState.Dropped)));
    }

    public void Dispose() => _folder.Dispose();

    private static Outbox Outbox(RecordStore store) => new(store.Told, [new("ops", SinkKind.Webhook, Desk.Machine)], new HandClock());

    private static Task TellAsync(RecordStore store, string key) =>
        Outbox(store).NotifyAsync(Desk.Question("p", "approval needed: é", "approval-1"), key, default);
}
