using Optimizer.Domain.Audit;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Tests.Embedded.Records;

public sealed class AuditTrailTests : IDisposable
{
    private readonly RecordFolder _folder = new();

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
}
