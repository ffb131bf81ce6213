using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Records;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class AuditTrailTests : IDisposable
{
    private readonly RecordFolder _folder = new();

    [Fact]
    public async Task AppendAsync_Entries_ChainsThemFromOneWithoutGaps()
    {
        using var store = InMemory();

        var first = await store.Audit.AppendAsync([Read(1), Read(2)], default);
        var second = await store.Audit.AppendAsync([Read(3)], default);

        Assert.Equal([1, 2, 3], first.Concat(second).Select(record => record.Sequence));
        Assert.Equal(AuditChain.NoHash, first[0].PreviousHash);
        Assert.Equal(first[1].Hash, second[0].PreviousHash);
        Assert.Equal(new TrailHead(3, second[0].Hash), store.Head());
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task AppendAsync_SameKeyAgain_GivesTheStoredRecordEvenWhenTheTextDiffers()
    {
        using var store = InMemory();
        var stored = (await store.Audit.AppendAsync([Read(1, change: 0.01)], default))[0];

        var again = await store.Audit.AppendAsync([Read(1, change: 0.05), Read(2)], default);

        Assert.Equal((stored.Sequence, stored.Text, stored.Hash), (again[0].Sequence, again[0].Text, again[0].Hash));
        Assert.Equal(0.01, Assert.IsType<KpiRead>(again[0].Entry.Event).Change);
        Assert.Equal([1, 2], (await All(store.Audit)).Select(record => record.Sequence));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task AppendAsync_SameKeyTwiceInOneCall_IsOneRecord()
    {
        using var store = InMemory();

        var records = await store.Audit.AppendAsync([Read(1), Read(1, change: 0.5)], default);

        Assert.Equal(records[0].Hash, records[1].Hash);
        Assert.Equal(1, store.Head().Count);
    }

    [Fact]
    public async Task AppendAsync_OneEntryThatCannotBeWritten_WritesNoneOfThem()
    {
        using var store = InMemory();
        var nameless = Read(2) with { Entry = Read(2).Entry with { Event = new Nameless() } };

        await Assert.ThrowsAsync<UnreadablePayloadException>(() => store.Audit.AppendAsync([Read(1), nameless], default));

        Assert.Equal(TrailHead.Empty, store.Head());
        Assert.Empty(await All(store.Audit));
    }

    [Fact]
    public async Task AppendAsync_HundredAtOnce_LeavesOneUnbrokenChain()
    {
        using var store = _folder.Open();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() =>
            store.Audit.AppendAsync([Read(number), Read(1000 + (number % 10))], default))));

        Assert.Equal(Enumerable.Range(1, 110).Select(number => (long)number), (await All(store.Audit)).Select(record => record.Sequence));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task AppendAsync_TwoStoresOnOneFile_ShareOneChain()
    {
        using var one = _folder.Open();
        using var other = _folder.Open();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            (number % 2 == 0 ? one : other).Audit.AppendAsync([Read(number)], default))));

        Assert.Equal(40, one.Head().Count);
        Assert.Empty(other.Verify());
    }

    [Fact]
    public async Task ReadAsync_AppendsWhileItIsEnumerated_AreNotHeldUp()
    {
        using var store = InMemory();
        await store.Audit.AppendAsync([.. Enumerable.Range(1, 600).Select(number => Read(number))], default);

        var seen = 0;
        await foreach (var record in store.Audit.ReadAsync(new(), default))
        {
            if (++seen % 200 == 1 && seen <= 600)
            {
                // From another thread: were the connection held, this would never return.
                await Task.Run(() => store.Audit.AppendAsync([Read(10_000 + seen)], default));
            }

            Assert.Equal(seen, record.Sequence);
        }

        Assert.Equal(603, seen);
    }

    [Theory]
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
        using var store = InMemory();
        await store.Audit.AppendAsync(
            [
                Read(1), Read(2, "pricing"), Read(3), Read(4, "pricing"),
                Extended(5, "onboarding", "onboarding-1"), Extended(6, "pricing", "pricing-1"),
            ],
            default);

        var found = await All(store.Audit, new AuditQuery
        {
            Play = play,
            Experiment = experiment,
            Kinds = kinds?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            AfterSequence = after,
            Since = since is { } from ? Start.AddHours(from) : null,
            Until = until is { } to ? Start.AddHours(to) : null,
        });

        Assert.Equal(expected, string.Join(' ', found.Select(record => record.Sequence)));
    }

    [Fact]
    public async Task AppendAsync_Record_ReadsBackAsItWasGiven()
    {
        using var store = _folder.Open(durable: true);
        var given = (await store.Audit.AppendAsync([Extended(1, "onboarding", "onboarding-1")], default))[0];

        var read = Assert.Single(await All(store.Audit));

        Assert.Equal(given, read);
        Assert.StartsWith("""{"at":"2026-03-02T09:00:00+00:00","play":"onboarding","experiment":"onboarding-1","actor":"loop","cause":"onboarding-1","event":{"kind":"experiment.extended",""", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ReadersWhileOneWrites_SeeWholeAppends()
    {
        using var writer = _folder.Open();
        await writer.Audit.AppendAsync([Read(1)], default);
        using var reader = RecordStore.OpenToRead(_folder.File, new());

        await writer.Audit.AppendAsync([Read(2), Read(3)], default);

        Assert.Equal(3, (await All(reader.Audit)).Count);
        Assert.Empty(reader.Verify());
        await Assert.ThrowsAsync<RecordFileException>(() => reader.Audit.AppendAsync([Read(4)], default));
    }

    [Fact]
    public async Task Open_AfterAWriterThatDiedInAChange_KeepsOnlyWhatWasAnswered()
    {
        var copy = Path.Combine(_folder.Folder, "copy.db");
        using (var store = _folder.Open())
        {
            await store.Audit.AppendAsync([Read(1)], default);

            // As a crash leaves it: the database and its log, with a change begun and never committed.
            store.InOpenChange(() =>
            {
                File.Copy(_folder.File, copy);
                File.Copy(_folder.File + "-wal", copy + "-wal");
            });
        }

        using var again = RecordStore.Open(copy, new() { Durable = false });
        Assert.Equal(1, again.Head().Count);
        Assert.Empty(again.Verify());
        Assert.Equal(2, (await again.Audit.AppendAsync([Read(1), Read(2)], default))[1].Sequence);
    }

    public void Dispose() => _folder.Dispose();

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
