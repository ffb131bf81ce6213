using Optimizer.Connectors.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Testing;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Connectors.Notices;

/// <summary>What holds of every delivery, with sinks that refuse and a process that dies at any write.</summary>
public class DeliveryLaws
{
    private const int Notices = 40;

    [Fact]
    [Trait("Req", "S0-053")]
    public async Task Deliveries_DrawnByChance_ArriveAtLeastOnceInOrderUnderOneKey()
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            await LifeAsync((ulong)seed);
        }
    }

    private static async Task LifeAsync(ulong seed)
    {
        var chance = new SplitMix(seed);
        var isOver = false;
        using var records = RecordStore.Open(null, new());
        var store = new DyingStore(records.Told, () => !isOver && chance.Uniform() < 0.1);
        var clock = new HandClock();
        TakingSink[] sinks =
        [
            new("ops", _ => !isOver && chance.Uniform() < 0.4 ? new(false, "503") : new(true, "200")),
            new("people", _ => !isOver && chance.Uniform() < 0.4 ? throw new IOException("closed") : new(true, "200")),
        ];
        var outbox = new Outbox(store, [new("ops", SinkKind.Webhook, Desk.Machine), new("people", SinkKind.Terminal, new() { Quiet = new(new(22, 0), new(7, 0)) })], clock);
        var told = new List<(string Play, string Key)>();
        for (var number = 0; number < Notices; number++)
        {
            // Every object is told of once here, so that nothing is replaced.
            var (play, key) = ($"play-{chance.Next() % 4}", $"key-{number}");
            var notice = chance.Uniform() < 0.5 ? Desk.Question(play, key, key) : Desk.Suggestion(play, key, key);
            told.Add((play, key));
            await AgainAsync(() => outbox.NotifyAsync(notice, key, default));
            await PassAsync();
            clock.Now += TimeSpan.FromMinutes(chance.Uniform() * 120);
        }

        isOver = true;
        clock.Now += TimeSpan.FromDays(2);
        await PassAsync();
        foreach (var sink in sinks)
        {
            var arrived = sink.Taken.SelectMany(parcel => parcel.Notices).ToList();
            Assert.Equal(told.Select(each => each.Key).Order(), arrived.Select(kept => kept.Key).Distinct().Order());
            Assert.All(
                sink.Taken.GroupBy(parcel => parcel.Key),
                same => Assert.Single(same.Select(parcel => string.Join(' ', parcel.Notices.Select(kept => kept.Key))).Distinct()));
        }

        // A program is told one by one: what comes again comes before the next of its play.
        foreach (var play in told.GroupBy(each => each.Play))
        {
            Assert.Equal(
                play.Select(each => each.Key),
                sinks[0].Taken.Select(parcel => parcel.Notices[0]).Where(kept => kept.Notice.Play == play.Key).Select(kept => kept.Key).Distinct());
        }

        Assert.All(await records.Told.ListAsync(new() { Most = 1000 }, default), parcel => Assert.Equal(ParcelState.Delivered, parcel.State));

        async Task PassAsync()
        {
            var dispatcher = new Dispatcher(store, sinks, new() { GiveUpAfter = TimeSpan.FromDays(30) }, clock, outbox, _ => { });
            foreach (var sink in sinks)
            {
                await AgainAsync(async () =>
                {
                    while (await dispatcher.PassAsync(sink, default) > 0)
                    {
                    }
                });
            }
        }
    }

    // Whoever dies comes back and does it again, as the engine does.
    private static async Task AgainAsync(Func<Task> act)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (IOException)
            {
                // It died; the next life begins.
            }
        }
    }
}
