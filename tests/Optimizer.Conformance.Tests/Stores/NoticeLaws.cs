using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every store of notices must do.</summary>
public abstract class NoticeLaws
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Evening = At.AddHours(7);

    [StoreFact]
    public async Task Add_OpenedAgain_KnowsKeysParcelsAndAttempts()
    {
        var store = await OpenAsync();
        Assert.True(await TellAsync(store, "k1", about: "é"));
        await store.MarkAsync(1, new(At, false, "503"), At.AddMinutes(1), default);

        var again = await OpenAsync();
        Assert.False(await TellAsync(again, "k1", about: "é"));
        var parcel = Assert.Single(await again.ListAsync(new(), default));
        Assert.Equal(("ops/k1", ParcelState.Waiting, At, At.AddMinutes(1)), (parcel.Key, parcel.State, parcel.Due, parcel.NextTry));
        Assert.Equal([new ParcelAttempt(At, false, "503")], parcel.Attempts);
        Assert.Equal(("k1", 1, Message("p", "é")), (Assert.Single(parcel.Notices).Key, parcel.Notices[0].Version, parcel.Notices[0].Notice));
    }

    [StoreFact]
    public async Task Mark_Delivered_IsNotTakenBack()
    {
        var store = await OpenAsync();
        await TellAsync(store, "k1");
        await store.MarkAsync(1, new(At, true, "200"), null, default);
        await store.MarkAsync(1, new(At, false, "late"), At.AddMinutes(1), default);
        await store.MarkAsync(99, new(At, true, "200"), null, default);

        var parcel = (await store.FindAsync(1, default))!;
        Assert.Equal((ParcelState.Delivered, 1), (parcel.State, parcel.Attempts.Count));
        Assert.Null(await store.NextAsync("ops", default));
        Assert.Null(await store.FindAsync(99, default));
    }

    [StoreFact]
    public async Task Due_TwoOfOnePlay_GoOneAfterTheOther()
    {
        var store = await OpenAsync();
        await TellAsync(store, "k1", play: "p", about: "a");
        await TellAsync(store, "k2", play: "p", about: "b");
        await TellAsync(store, "k3", play: "q", about: "c");
        await TellAsync(store, "k4", play: "r", about: "d", rule: Dropped);

        Assert.Equal([1L, 3L], await DueAsync(store, At));
        Assert.Equal([1L], (await store.DueAsync("ops", At, 1, default)).Select(parcel => parcel.Number));
        await store.MarkAsync(1, new(At, false, "503"), At.AddHours(1), default);
        Assert.Equal([3L], await DueAsync(store, At));
        Assert.Equal(At, await store.NextAsync("ops", default));
        await store.MarkAsync(3, new(At, false, "410"), null, default);
        Assert.Equal(At.AddHours(1), await store.NextAsync("ops", default));
        await store.MarkAsync(1, new(At, true, "200"), null, default);
        Assert.Equal([2L], await DueAsync(store, At));
    }

    [StoreFact]
    public async Task List_ByPlaySinkFailedAndPage_TellsNewestFirst()
    {
        var store = await OpenAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await TellAsync(store, $"k{number}", play: number % 2 == 0 ? "p" : "q", about: $"a{number}", rule: Sent("ops", "team"));
        }

        await store.MarkAsync(3, new(At, false, "410"), null, default);
        await store.MarkAsync(4, new(At, false, "503"), At.AddHours(1), default);
        await store.MarkAsync(5, new(At, true, "200"), null, default);

        Assert.Equal([10L, 9L, 8L], await ListAsync(store, new() { Most = 3 }));
        Assert.Equal([7L, 6L], await ListAsync(store, new() { Most = 2, Before = 8 }));
        Assert.Equal([8L, 7L, 4L, 3L], await ListAsync(store, new() { Play = "p" }));
        Assert.Equal([9L, 7L, 5L, 3L, 1L], await ListAsync(store, new() { Sink = "ops" }));
        Assert.Equal([4L, 3L], await ListAsync(store, new() { Failed = true }));
        Assert.Empty(await ListAsync(store, new() { Before = 1 }));
    }

    [StoreFact]
    public async Task Add_Held_GoesIntoOneDigestAndTheLastWordReplacesEarlierOnes()
    {
        var store = await OpenAsync();
        var pasts = new List<IReadOnlyList<PastNotice>>();
        await TellAsync(store, "k1", play: "p", about: "a", rule: past => Heard(past, pasts, Evening));
        await TellAsync(store, "k2", play: "q", about: "b", rule: past => Heard(past, pasts, Evening));
        await TellAsync(store, "k3", play: "p", about: "a", rule: past => Heard(past, pasts, Evening));
        await TellAsync(store, "k4", play: "q", about: "b", rule: past => Heard(past, pasts, Evening.AddDays(1)));
        await TellAsync(store, "k5", play: "p", about: "a", rule: past => Heard(past, pasts, Evening.AddDays(1)));
        await TellAsync(store, "k6", play: "p", about: "a", rule: past => Heard(past, pasts, null));

        var parcels = (await store.ListAsync(new(), default)).Reverse().ToList();
        Assert.Equal(["ops/digest/2026-03-02T17:00/1", "ops/digest/2026-03-03T17:00/4", "ops/k6"], parcels.Select(parcel => parcel.Key));
        Assert.Equal(["", "k4", "k6"], parcels.Select(parcel => string.Join(' ', parcel.Notices.Select(kept => kept.Key))));
        Assert.Equal([ParcelState.Replaced, ParcelState.Waiting, ParcelState.Waiting], parcels.Select(parcel => parcel.State));
        Assert.Equal([true, true, false], parcels.Select(parcel => parcel.IsDigest));
        Assert.Equal(4, Assert.Single(parcels[2].Notices).Version);
        Assert.Equal([null, null, Evening, Evening, Evening, Evening.AddDays(1)], pasts.Select(past => past.Count > 0 ? Assert.Single(past).HeldUntil : null));
        Assert.Null(await store.ReplayAsync(1, At, default));
        Assert.Equal([3L], await DueAsync(store, At));
        Assert.Equal([3L, 2L], await DueAsync(store, Evening.AddDays(2)));
    }

    [StoreFact]
    public async Task Replay_WaitingOrSettled_IsTriedAtOnceOrMadeAgain()
    {
        var store = await OpenAsync();
        await TellAsync(store, "k1");
        await store.MarkAsync(1, new(At, false, "503"), At.AddHours(1), default);
        Assert.Empty(await DueAsync(store, At));

        Assert.Equal((1L, At), ((await store.ReplayAsync(1, At, default))!.Number, (await store.FindAsync(1, default))!.NextTry));
        Assert.Equal([1L], await DueAsync(store, At));
        await store.MarkAsync(1, new(At, true, "200"), null, default);
        var again = (await store.ReplayAsync(1, At.AddDays(1), default))!;
        Assert.Equal((2L, "ops/k1", 1L, ParcelState.Waiting, 0), (again.Number, again.Key, again.ReplayOf, again.State, again.Attempts.Count));
        Assert.Equal("k1", Assert.Single(again.Notices).Key);
        Assert.Equal([2L], await DueAsync(store, At.AddDays(1)));
        Assert.Null(await store.ReplayAsync(99, At, default));
    }

    [StoreFact]
    [Trait("Req", "S0-064")]
    public async Task Notify_SameAnomalyByTwoAtOnce_IsToldOnceAndTheOtherIsLoggedAsDropped()
    {
        var stores = new[] { await OpenAsync(), await OpenAsync() };
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => new Outbox(stores[number % 2], [new("ops", SinkKind.Webhook, new() { IsMachine = true })], TimeProvider.System).NotifyAsync(
            new("p", "high", "signups drop", "", "anomaly-p-signups-Drop") { Kind = NoticeKind.AnomalyFound, Kpi = "signups" }, $"k{number}", default))));

        var parcels = await stores[0].ListAsync(new(), default);
        Assert.Equal((1, 19), (parcels.Count(parcel => parcel.State == ParcelState.Waiting), parcels.Count(parcel => parcel.State == ParcelState.Dropped)));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => (long)number), parcels.Select(parcel => parcel.Number).Order());
    }

    [StoreFact]
    public async Task KeepMessage_OpenedAgain_IsTheLastOneOfItsObject()
    {
        var store = await OpenAsync();
        Assert.Null(await store.MessageAsync("slack", "approval-é", default));
        await store.KeepMessageAsync("slack", new("approval-é", "1.1", "h1", true, At.AddMinutes(1)), default);
        await store.KeepMessageAsync("slack", new("approval-b", "1.2", "h2", true, At), default);
        await store.KeepMessageAsync("other", new("approval-b", "9.9", "h2", true, At), default);

        var again = await OpenAsync();
        Assert.Equal(["1.2", "1.1"], await PlacesAsync(again, 10));
        Assert.Equal(["1.2"], await PlacesAsync(again, 1));
        await again.KeepMessageAsync("slack", new("approval-b", "1.3", "h3", false, At.AddMinutes(2)), default);
        Assert.Equal(["1.1"], await PlacesAsync(again, 10));
        Assert.Equal(new("approval-b", "1.3", "h3", false, At.AddMinutes(2)), await store.MessageAsync("slack", "approval-b", default));
        Assert.Equal("9.9", (await store.MessageAsync("other", "approval-b", default))!.Place);
        await again.KeepMessageAsync("slack", new("approval-b", "1.3", "h3", true, At.AddMinutes(3)), default);
        Assert.Equal(["1.1", "1.3"], await PlacesAsync(again, 10));

        static async Task<IEnumerable<string>> PlacesAsync(INoticeStore store, int most) => (await store.OpenMessagesAsync("slack", most, default)).Select(message => message.Place);
    }

    /// <summary>Opens the store; again, as another process would.</summary>
    protected abstract Task<INoticeStore> OpenAsync();

    protected static Notice Message(string play, string about) => new(play, "warn", "approval needed: é", "text", about) { Kind = NoticeKind.ApprovalAsked };

    protected static Task<bool> TellAsync(
        INoticeStore store, string key, string play = "p", string about = "approval-1", Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>>? rule = null) =>
        store.AddAsync(Message(play, about), key, At, rule ?? Sent("ops"), default);

    private static Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>> Sent(params string[] sinks) =>
        _ => [.. sinks.Select(sink => new SinkRuling(sink, new(NoticeTurn.Send, null, "now")))];

    private static IReadOnlyList<SinkRuling> Dropped(Func<string, IReadOnlyList<PastNotice>> past) => [new("ops", new(NoticeTurn.Drop, null, "told already"))];

    private static IReadOnlyList<SinkRuling> Heard(Func<string, IReadOnlyList<PastNotice>> past, List<IReadOnlyList<PastNotice>> pasts, DateTimeOffset? until)
    {
        pasts.Add(past("ops"));
        return [new("ops", new(until is null ? NoticeTurn.Send : NoticeTurn.Hold, until, "why"))];
    }

    private static async Task<IEnumerable<long>> DueAsync(INoticeStore store, DateTimeOffset now) => (await store.DueAsync("ops", now, 8, default)).Select(parcel => parcel.Number);

    private static async Task<IEnumerable<long>> ListAsync(INoticeStore store, ParcelQuery query) => (await store.ListAsync(query, default)).Select(parcel => parcel.Number);
}
