using Optimizer.Embedded;
using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Embedded.Storage;

public sealed class StoreFaultTests() : StoreFixture(inMemory: false)
{
    private static readonly byte[] Large = new byte[100_000];

    [Fact]
    public void Append_DiskFull_MayPassKeepsNothingAndGoesOnWhenThereIsRoom()
    {
        var key = Insert("a");
        Store.Session.Execute("PRAGMA max_page_count = 40");
        Store.Begin();
        Store.SetAttempts(key, 7);

        var problem = Assert.Throws<StoreException>(() => Enumerable.Range(0, 100).Select(_ => Store.Append(key, RecordKind.Turn, 1, false, Large)).Max());

        Assert.True(problem.MayPass);
        Assert.Contains("the disk is full", problem.Message, StringComparison.Ordinal);
        Store.Rollback();
        Assert.Empty(Store.Records(key));
        Assert.Equal((0, false), (Store.Find("a")!.Attempts, Store.Find("a")!.Started));
        Store.Session.Execute("PRAGMA max_page_count = 100000");
        Change(store => store.Append(key, RecordKind.Turn, 1, false, Large));
        Assert.Single(Store.Records(key));
        Reopen();
        Assert.Single(Store.Records(key));
    }

    [Fact]
    public void Insert_DamagedPage_WillNotPass()
    {
        for (var i = 0; i < 300; i++)
        {
            Insert($"instance-{i}");
        }

        Close();
        Overwrite(FilePath, from: 4096 * 2);

        var problem = Assert.ThrowsAny<Exception>(() => Store.Find("instance-7"));

        Assert.Contains("damaged", problem.Message, StringComparison.Ordinal);
        Assert.True(problem is EngineFileException or StoreException { MayPass: false });
    }

    [Fact]
    public void Open_WalCutAnywhere_KeepsExactlyWhatWasCommittedBefore()
    {
        var marks = new List<(long Length, int Instances)>();
        _ = Store;
        for (var i = 1; i <= 6; i++)
        {
            marks.Add((new FileInfo(FilePath + "-wal").Length, i - 1));
            Insert($"instance-{i}");
        }

        marks.Add((new FileInfo(FilePath + "-wal").Length, 6));
        Assert.Equal(marks.Count, marks.DistinctBy(mark => mark.Length).Count());
        foreach (var (length, instances) in marks.Skip(1))
        {
            Assert.Equal(instances, InstancesAfter(wal => wal.SetLength(length)));
            Assert.Equal(instances - 1, InstancesAfter(wal => wal.SetLength(length - 1)));
            Assert.Equal(instances - 1, InstancesAfter(wal => wal.SetLength(length - 4096)));
        }
    }

    [Fact]
    public void Open_LastPageOfTheWalTorn_KeepsTheCommitsBefore()
    {
        Insert("a");
        Insert("b");

        Assert.Equal(1, InstancesAfter(wal =>
        {
            wal.Position = wal.Length - 2000;
            wal.Write(Enumerable.Repeat((byte)0xA5, 2000).ToArray());
        }));
    }

    [Fact]
    public void Open_WalIsGarbageAfterTheCommits_IsPassedOver()
    {
        Insert("a");

        Assert.Equal(1, InstancesAfter(wal =>
        {
            wal.Position = wal.Length;
            wal.Write(Enumerable.Repeat((byte)7, 9000).ToArray());
        }));
    }

    // A process that was killed leaves both files as they stand.
    private int InstancesAfter(Action<FileStream> damage)
    {
        var copy = PathOf($"{Guid.NewGuid()}.db");
        File.Copy(FilePath, copy);
        File.Copy(FilePath + "-wal", copy + "-wal");
        using (var wal = new FileStream(copy + "-wal", FileMode.Open))
        {
            damage(wal);
        }

        using var store = SqliteStore.Open(copy);
        Assert.Equal("ok", store.Session.Read("PRAGMA integrity_check"));
        return store.Live().Count;
    }

    private static void Overwrite(string file, int from)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = from;
        stream.Write(Enumerable.Repeat((byte)0xEE, (int)stream.Length - from).ToArray());
    }
}
