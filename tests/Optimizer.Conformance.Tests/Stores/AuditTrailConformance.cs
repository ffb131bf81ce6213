using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>The trail: one chain whoever writes, every key once, what a query names and nothing else.</summary>
public abstract class AuditTrailConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    [StoreFact]
    public async Task AppendAsync_Entries_ChainsThemFromOneWithoutGaps()
    {
        var first = await Stores.Audit.AppendAsync([Read(1), Read(2)], default);
        var second = await Stores.Audit.AppendAsync([Read(3)], default);

        Assert.Equal([1, 2, 3], first.Concat(second).Select(record => record.Sequence));
        Assert.Equal(AuditChain.NoHash, first[0].PreviousHash);
        Assert.Equal(first[1].Hash, second[0].PreviousHash);
        Assert.Equal(new TrailHead(3, second[0].Hash), await Stores.HeadAsync());
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreFact]
    public async Task AppendAsync_SameKeyAgain_GivesTheStoredRecordEvenWhenTheTextDiffers()
    {
        var stored = (await Stores.Audit.AppendAsync([Read(1, change: 0.01)], default))[0];

        var again = await Stores.Audit.AppendAsync([Read(1, change: 0.05), Read(2)], default);

        Assert.Equal((stored.Sequence, stored.Text, stored.Hash), (again[0].Sequence, again[0].Text, again[0].Hash));
        Assert.Equal(0.01, Assert.IsType<KpiRead>(again[0].Entry.Event).Change);
        Assert.Equal([1, 2], (await All(Stores.Audit)).Select(record => record.Sequence));
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreFact]
    public async Task AppendAsync_SameKeyTwiceInOneCall_IsOneRecord()
    {
        var records = await Stores.Audit.AppendAsync([Read(1), Read(1, change: 0.5)], default);

        Assert.Equal(records[0].Hash, records[1].Hash);
        Assert.Equal(1, (await Stores.HeadAsync()).Count);
    }

    [StoreFact]
    public async Task AppendAsync_OneEntryThatCannotBeWritten_WritesNoneOfThem()
    {
        var nameless = Read(2) with { Entry = Read(2).Entry with { Event = new Nameless() } };

        await Assert.ThrowsAsync<UnreadablePayloadException>(() => Stores.Audit.AppendAsync([Read(1), nameless], default));

        Assert.Equal(TrailHead.Empty, await Stores.HeadAsync());
        Assert.Empty(await All(Stores.Audit));
    }

    [StoreFact]
    public async Task AppendAsync_HundredAtOnce_LeavesOneUnbrokenChain()
    {
        await AtOnceAsync(100, number => Stores.Audit.AppendAsync([Read(number), Read(1000 + (number % 10))], default));

        Assert.Equal(Enumerable.Range(1, 110).Select(number => (long)number), (await All(Stores.Audit)).Select(record => record.Sequence));
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreFact]
    public async Task AppendAsync_TwentyProcessesAtOnce_ShareOneChain()
    {
        var others = await OthersAsync(20);

        // Each writes one of its own and one that all write.
        var written = await AtOnceAsync(20, number => others[number].Audit.AppendAsync([Read(number), Read(1000)], default));

        Assert.Equal(Enumerable.Range(1, 21).Select(number => (long)number), (await All(Stores.Audit)).Select(record => record.Sequence));
        Assert.Single(written.Select(records => records[1].Hash).Distinct());
        Assert.Equal(21, (await Stores.HeadAsync()).Count);
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreFact]
    public async Task AppendAsync_MoreThanAnyBatch_StandInOrderAndOnce()
    {
        KeyedEntry[] entries = [.. Enumerable.Range(1, 120).Select(number => number % 2 == 0 ? Read(number) : Extended(number, "pricing", "pricing-1"))];
        await Stores.Audit.AppendAsync(entries[50..60], default);

        var first = await Stores.Audit.AppendAsync(entries, default);
        var again = await Stores.Audit.AppendAsync(entries, default);

        Assert.Equal(entries.Select(entry => entry.Key), first.Select(record => record.Key));
        Assert.Equal(first.Select(record => record.Hash), again.Select(record => record.Hash));
        Assert.Equal(120, (await Stores.HeadAsync()).Count);
        Assert.Equal(60, (await All(Stores.Audit, new() { Experiment = "pricing-1" })).Count);
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreTheory]
    [InlineData("a/b\\c#d?e%f'g!-h\u0001é😀 ")]
    [InlineData("")]
    [InlineData("TOO LONG")]
    public async Task AppendAsync_AnyTextAsKeyPlayAndExperiment_IsFoundAgain(string text)
    {
        var odd = text == "TOO LONG" ? new string('x', 2000) : text;
        var entry = Extended(1, odd, odd) with { Key = odd };
        await Stores.Audit.AppendAsync([Read(2), entry], default);

        Assert.Equal(2, Assert.Single(await Stores.Audit.AppendAsync([entry], default)).Sequence);
        Assert.Equal(odd, Assert.Single(await All(Stores.Audit, new() { Play = odd })).Key);
        Assert.Equal(odd, Assert.Single(await All(Stores.Audit, new() { Experiment = odd })).Entry.Play);
    }

    [StoreTheory]
    [InlineData(29_000)]
    [InlineData(70_000)]
    public async Task AppendAsync_LargeTexts_ComeBackWhole(int characters)
    {
        KeyedEntry[] entries = [.. Enumerable.Range(1, 30).Select(number => Read(number) with { Entry = Read(number).Entry with { Cause = new string('"', characters / 6) + number } })];

        var written = await Stores.Audit.AppendAsync(entries, default);

        Assert.Equal(written.Select(record => record.Text), (await All(Stores.Audit)).Select(record => record.Text));
        Assert.Equal(entries.Select(entry => entry.Entry.Cause), written.Select(record => record.Entry.Cause));
        Assert.Empty(await Stores.VerifyAsync());
    }

    [StoreFact]
    public async Task AppendAsync_Nothing_IsNothing()
    {
        Assert.Empty(await Stores.Audit.AppendAsync([], default));
        Assert.Equal(TrailHead.Empty, await Stores.HeadAsync());
        Assert.Empty(await All(Stores.Audit, new() { AfterSequence = long.MaxValue }));
    }

    [StoreFact]
    public async Task ReadAsync_AppendsWhileItIsEnumerated_AreNotHeldUp()
    {
        await Stores.Audit.AppendAsync([.. Enumerable.Range(1, 600).Select(number => Read(number))], default);

        var seen = 0;
        await foreach (var record in Stores.Audit.ReadAsync(new(), default))
        {
            if (++seen % 200 == 1 && seen <= 600)
            {
                // From another thread: were the connection held, this would never return.
                await Task.Run(() => Stores.Audit.AppendAsync([Read(10_000 + seen)], default));
            }

            Assert.Equal(seen, record.Sequence);
        }

        // Whether the read still meets what came after it had begun is the store's affair.
        Assert.InRange(seen, 600, 603);
        Assert.Equal(603, (await Stores.HeadAsync()).Count);
    }

    [StoreTheory]
    [InlineData("onboarding", null, null, 0, null, null, "1 3 5")]
    [InlineData("onboarding", null, null, 3, null, null, "5")]
    [InlineData("pricing", null, null, 0, null, null, "2 4 6")]
    [InlineData("onboarding", "onboarding-1", null, 0, null, null, "5")]
    [InlineData("pricing", "onboarding-1", null, 0, null, null, "")]
    [InlineData(null, "pricing-1", null, 0, null, null, "6")]
    [InlineData(null, null, "experiment.extended", 0, null, null, "5 6")]
    [InlineData("pricing", null, "experiment.extended", 0, null, null, "6")]
    [InlineData("pricing", null, "kpi.read experiment.extended", 3, null, null, "4 6")]
    [InlineData(null, null, "", 0, null, null, "")]
    [InlineData("onboarding", null, null, 0, 3, null, "3 5")]
    [InlineData("onboarding", null, null, 0, 1, 3, "1")]
    [InlineData(null, null, null, 0, 2, 5, "2 3 4")]
    [InlineData("onboarding' OR 1=1 --", null, null, 0, null, null, "")]
    public async Task ReadAsync_Query_GivesWhatHoldsInOrder(
        string? play, string? experiment, string? kinds, long after, int? since, int? until, string expected)
    {
        await Stores.Audit.AppendAsync(
            [
                Read(1), Read(2, "pricing"), Read(3), Read(4, "pricing"),
                Extended(5, "onboarding", "onboarding-1"), Extended(6, "pricing", "pricing-1"),
            ],
            default);

        var query = new AuditQuery
        {
            Play = play,
            Experiment = experiment,
            Kinds = kinds?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            AfterSequence = after,
            Since = since is { } from ? Start.AddHours(from) : null,
            Until = until is { } to ? Start.AddHours(to) : null,
        };
        var found = await All(Stores.Audit, query);
        var backwards = await All(Stores.Audit, query with { NewestFirst = true });
        var before = await All(Stores.Audit, query with { BeforeSequence = 5 });
        var backwardsBefore = await All(Stores.Audit, query with { BeforeSequence = 5, NewestFirst = true });

        Assert.Equal(expected, string.Join(' ', found.Select(record => record.Sequence)));
        Assert.Equal(found.Select(record => record.Hash).Reverse(), backwards.Select(record => record.Hash));
        Assert.Equal(found.Where(record => record.Sequence < 5).Select(record => record.Hash), before.Select(record => record.Hash));
        Assert.Equal(before.Select(record => record.Hash).Reverse(), backwardsBefore.Select(record => record.Hash));
    }

    [StoreTheory]
    [InlineData(null)]
    [InlineData("kpi.read")]
    [InlineData("kpi.read experiment.extended play.paused")]
    public async Task ReadAsync_NewestFirst_GivesTheLastFewOfMany(string? kinds)
    {
        await Stores.Audit.AppendAsync([Read(1), .. Enumerable.Range(2, 699).Select(number => Extended(number, "pricing", "pricing-1"))], default);
        var query = new AuditQuery { Kinds = kinds?.Split(' '), NewestFirst = true };

        var last = await All(Stores.Audit, query);

        Assert.Equal(kinds == "kpi.read" ? [1] : Enumerable.Range(1, 700).Reverse().Select(number => (long)number), last.Select(record => record.Sequence));
        Assert.Equal(kinds == "kpi.read" ? [] : [700, 699], (await All(Stores.Audit, query with { AfterSequence = 698 })).Select(record => record.Sequence));
        Assert.Empty(await All(Stores.Audit, query with { AfterSequence = long.MaxValue }));
    }

    [StoreFact]
    public async Task AppendAsync_Record_ReadsBackAsItWasGiven()
    {
        var given = (await Stores.Audit.AppendAsync([Extended(1, "onboarding", "onboarding-1")], default))[0];

        var read = Assert.Single(await All(Stores.Audit));

        Assert.Equal(given, read);
        Assert.StartsWith("""{"at":"2026-03-02T09:00:00+00:00","play":"onboarding","experiment":"onboarding-1","actor":"loop","cause":"onboarding-1","event":{"kind":"experiment.extended",""", read.Text, StringComparison.Ordinal);
    }

    private static async Task<List<AuditRecord>> All(IAuditTrail trail, AuditQuery? query = null)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in trail.ReadAsync(query ?? new(), default))
        {
            records.Add(record);
        }

        return records;
    }

    private sealed record Nameless : AuditEvent;
}
