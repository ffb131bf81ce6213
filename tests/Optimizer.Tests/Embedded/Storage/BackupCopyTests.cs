using Optimizer.Embedded;
using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Embedded.Storage;

public abstract class BackupCopyTests(bool inMemory) : StoreFixture(inMemory)
{
    [Fact]
    public void Backup_NewFile_IsAWholeStoreOfItsOwn()
    {
        var key = Insert("a");
        Append(key, "one");
        Change(store => store.AddTimer(new(key, 1, 5)));

        Store.Backup(PathOf("folder/copy.db"));
        Append(key, "after");

        Assert.Equal(["copy.db"], Directory.GetFiles(PathOf("folder")).Select(Path.GetFileName));
        using var copy = SqliteStore.Open(PathOf("folder/copy.db"));
        Assert.Equal("a", Assert.Single(copy.Live()).Id);
        Assert.Single(copy.Records(key));
        Assert.Single(copy.Timers());
        Assert.Equal(Store.Session.Read("SELECT id FROM store"), copy.Id);
        Assert.Equal("wal", copy.Session.Read("PRAGMA journal_mode"));
        Assert.Equal("ok", copy.Session.Read("PRAGMA integrity_check"));
        copy.Begin();
        Assert.True(copy.Insert(New("b")) > key);
        copy.Commit();
        Assert.Equal(2, Store.Records(key).Count);
    }

    [Fact]
    public void Backup_FileThatExists_IsRefusedAndLeftAsItIs()
    {
        File.WriteAllText(PathOf("copy.db"), "precious");

        Assert.Contains("exists already", Assert.Throws<EngineFileException>(() => Store.Backup(PathOf("copy.db"))).Message, StringComparison.Ordinal);

        Assert.Equal("precious", File.ReadAllText(PathOf("copy.db")));
    }

    [Fact]
    public void Backup_LeftOverOfACutCopy_IsInNobodysWay()
    {
        Insert("a");
        File.WriteAllText(PathOf("copy.db.partial"), "half a copy");

        Store.Backup(PathOf("copy.db"));

        using var copy = SqliteStore.Open(PathOf("copy.db"));
        Assert.NotNull(copy.Find("a"));
        Assert.False(File.Exists(PathOf("copy.db.partial")));
    }

    [Fact]
    public void Backup_WhereNoFileCanBe_FailsAndTheStoreGoesOn()
    {
        File.WriteAllText(PathOf("file"), "");

        Assert.Throws<EngineFileException>(() => Store.Backup(PathOf("file/copy.db")));

        Assert.True(Insert("a") > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nul\0in.db")]
    public void Backup_NameThatIsNone_IsRefused(string file) => Assert.Throws<EngineFileException>(() => Store.Backup(file));

    [Fact]
    public void Backup_DuringAChange_IsRefused()
    {
        Store.Begin();

        Assert.Throws<InvalidOperationException>(() => Store.Backup(PathOf("copy.db")));
    }

    public sealed class OnFile() : BackupCopyTests(inMemory: false);

    public sealed class InMemory() : BackupCopyTests(inMemory: true);
}
