using Azure;
using Optimizer.Domain.Notices;
using Optimizer.Functions.Tables.Notices;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Whichever request is the last of a process: a notice is told once, an attempt counts once.</summary>
public sealed class NoticeFaultTests
{
    private const int MostRequests = 100;

    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [AzuriteTheory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Outbox_FailsAtAnyRequest_NothingIsLostOrDoubled(bool after, bool dies)
    {
        var rows = new KeptOnAzurite.Rows();
        for (var number = 1; number < MostRequests; number++)
        {
            var failing = new FailingRequest(number, after, dies ? RequestFault.Death : RequestFault.Cut);
            var (broken, next) = (new TableNoticeStore(await rows.OpenAsync(failing), TimeProvider.System), new TableNoticeStore(await rows.OpenAsync(), TimeProvider.System));
            var died = await DiesAsync(() => TellAsync(broken, number));
            Assert.Equal(dies && failing.HasFailed, died);
            if (died)
            {
                await TellAsync(next, number);
            }

            var parcels = await next.ListAsync(new() { Play = $"p{number}" }, default);
            Assert.Equal(["ops|Delivered|1", "ops|GivenUp|1", "team|Waiting|0"], parcels.Select(parcel => $"{parcel.Sink}|{parcel.State}|{parcel.Attempts.Count}").Order(StringComparer.Ordinal));
            Assert.Equal([$"{number}-b"], parcels.Single(parcel => parcel.Sink == "team").Notices.Select(kept => kept.Key));
            if (!failing.HasFailed)
            {
                Assert.True(number > 10, "the sweep met the requests of a notice");
                var all = await next.ListAsync(new() { Most = 1_000 }, default);
                Assert.Equal(Enumerable.Range(1, 3 * number).Select(each => (long)each), all.Select(parcel => parcel.Number).Order());
                await rows.RemoveAsync();
                return;
            }
        }

        Assert.Fail($"two notices took {MostRequests} requests");
    }

    // Two notices about one object; the digest keeps the second. Their own parcels are delivered and given up.
    private static async Task TellAsync(TableNoticeStore store, int number)
    {
        var play = $"p{number}";
        foreach (var key in new[] { $"{number}-a", $"{number}-b" })
        {
            _ = await store.AddAsync(new(play, "info", key, "", $"about-{number}") { Kind = NoticeKind.SuggestionMade }, key, At, past =>
                [new("ops", new(NoticeTurn.Send, null, "now")), new("team", new(NoticeTurn.Hold, At.AddDays(number).AddHours(1), $"after {past("team").Count}"))], default);
        }

        foreach (var parcel in await store.ListAsync(new() { Play = play, Sink = "ops" }, default))
        {
            await store.MarkAsync(parcel.Number, new(At, parcel.Notices[0].Key == $"{number}-a", "said"), null, default);
        }
    }

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (RequestFailedException died) when (died.Status == 503)
        {
            return true;
        }
    }
}
