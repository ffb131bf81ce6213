using System.Globalization;
using Microsoft.Data.Sqlite;
using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Testing;
using Optimizer.Workflows;

namespace Optimizer.Tests.Embedded.Storage;

public sealed class SqliteFileTests() : StoreFixture(inMemory: false)
{
    [Fact]
    public void Open_NewFile_IsDurableAndExclusive()
    {
        var session = Store.Session;

        Assert.Equal("wal", session.Read("PRAGMA journal_mode"));
        Assert.Equal("exclusive", session.Read("PRAGMA locking_mode"));
        Assert.Equal(2, session.ReadLong("PRAGMA synchronous"));
        Assert.Equal(2, session.ReadLong("PRAGMA auto_vacuum"));
        Assert.Equal(2000, session.ReadLong("PRAGMA wal_autocheckpoint"));
        Assert.Equal(2, session.ReadLong("PRAGMA temp_store"));
        Assert.Equal(0, session.ReadLong("PRAGMA foreign_keys"));
        Assert.False(File.Exists(FilePath + "-shm"));
    }

    [Fact]
    public void Open_FolderThatIsAbsent_IsMade()
    {
        using var store = SqliteStore.Open(PathOf("a/b/engine.db"));

        Assert.Empty(store.Live());
    }

    [Fact]
    public void Open_GarbageFile_IsNoDatabase()
    {
        File.WriteAllText(FilePath, string.Concat(Enumerable.Repeat("this is a text, not a database. ", 300)));

        Assert.Contains("not a database", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EmptyFile_IsANewOne()
    {
        File.WriteAllBytes(FilePath, []);

        Assert.Empty(Store.Live());
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (x)")]
    [InlineData("PRAGMA application_id = 77")]
    [InlineData("PRAGMA user_version = 2")]
    public void Open_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItIs(string sql)
    {
        Prepare(sql);
        var before = File.ReadAllBytes(FilePath);

        Assert.Contains("of another program", Refused(), StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Open_NewerVersion_NamesBoth()
    {
        Close(Insert("a"));
        Prepare("PRAGMA user_version = 41");

        var problem = Refused();

        Assert.Contains("version 41", problem, StringComparison.Ordinal);
        Assert.Contains($"up to {Schema.Version}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Folder_IsRefused() =>
        Assert.Contains("is a folder", Assert.Throws<EngineFileException>(() => SqliteStore.Open(Path.GetDirectoryName(FilePath)!)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_BeneathAFile_IsRefused()
    {
        File.WriteAllText(PathOf("file"), "");

        Assert.Throws<EngineFileException>(() => SqliteStore.Open(PathOf("file/engine.db")));
    }

    [UnprivilegedFact]
    public void Open_ReadOnlyFile_IsRefused()
    {
        Close(Insert("a"));
        File.SetAttributes(FilePath, FileAttributes.ReadOnly);

        Assert.Contains("read-only", Refused(), StringComparison.Ordinal);
    }

    [UnprivilegedFact]
    public void Open_ReadOnlyFolder_IsRefused()
    {
        var folder = Directory.CreateDirectory(PathOf("folder")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Contains("cannot be written", Assert.Throws<EngineFileException>(() => SqliteStore.Open(Path.Combine(folder, "x.db"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_VersionOneWithLiveInstances_IsRaisedAndGoesOn()
    {
        Prepare(string.Create(CultureInfo.InvariantCulture, $$"""
            {{Schema.Step(1)}}
            PRAGMA application_id = {{Schema.ApplicationId}};
            PRAGMA user_version = 1;
            PRAGMA journal_mode = WAL;
            INSERT INTO instance (key, id, workflow, version, state, started, generation, attempts, created_at, changed_at, input)
                VALUES (5, 'old', 'Play', 1, 1, 1, 2, 0, 10, 20, CAST('"in"' AS BLOB)), (6, 'done', 'Play', 1, 4, 1, 1, 0, 10, 30, CAST('1' AS BLOB));
            INSERT INTO record (seq, instance, kind, at, busy, body) VALUES (9, 5, 0, 15, 0, CAST('{}' AS BLOB));
            INSERT INTO timer (instance, step, due) VALUES (5, 3, 99);
            """));

        var live = Assert.Single(Store.Live());

        Assert.Equal((5, "old", 2, 15, false, null), (live.Key, live.Id, live.Generation, live.LastAt, live.Busy, live.Trace));
        Assert.Empty(Store.Find("old")!.Tags);
        Assert.Equal(new TimerRow(5, 3, 99), Assert.Single(Store.Timers()));
        Assert.True(Change(store => store.TryAddSignalKey(5, "k", 1)));
        Assert.True(Append(5) > 9);
        Assert.Equal(["{}", "{}"], Texts(5));
        Assert.True(Insert("new", tags: new Dictionary<string, string> { ["a"] = "b" }) > 6);
        Reopen();
        Assert.Equal(Schema.Version, Store.Session.ReadLong("PRAGMA user_version"));
        Assert.Equal("b", Store.Find("new")!.Tags["a"]);
        Assert.Equal(Payload.Of("in"), Store.Find("old")!.Input);
    }

    [Fact]
    public void Open_RaiseThatFails_LeavesTheFormerVersion()
    {
        Prepare($"{Schema.Step(1)} CREATE TABLE signal_key (x); PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = 1;");

        _ = Refused();

        using var connection = Connect();
        using var command = new SqliteCommand("SELECT (SELECT user_version FROM pragma_user_version) * 100 + count(*) FROM pragma_table_info('instance') WHERE name IN ('tags', 'trace')", connection);
        Assert.Equal(100L, command.ExecuteScalar());
    }

    [Fact]
    public void Commit_AfterMuchWasDeleted_GivesTheDiskBackBitByBit()
    {
        var (large, small) = (Insert("large"), Insert("small"));
        Change(store => Enumerable.Range(0, 200).Max(_ => store.Append(large, RecordKind.Turn, 1, false, new byte[100_000])));
        var pages = PageCount();

        Change(store => store.Delete(large));
        var after = PageCount();
        Change(store => store.DeleteRecords(small, []));
        Change(store => store.DeleteRecords(small, []));
        Change(store => store.DeleteRecords(small, []));

        Assert.InRange(pages - after, 1, 1100);
        Assert.InRange(PageCount(), 2560, 2700);
        Assert.Equal("ok", Store.Session.Read("PRAGMA integrity_check"));
        Assert.Equal(small, Assert.Single(Store.Live()).Key);

        long PageCount() => Store.Session.ReadLong("PRAGMA page_count");
    }

    [Theory]
    [InlineData("UPDATE instance SET tags = 'not json'")]
    [InlineData("UPDATE instance SET failure = 'not json'")]
    [InlineData("UPDATE instance SET state = 9")]
    public void Find_RowThatNoVersionWrote_IsDamageWithWords(string sql)
    {
        Insert("a");
        Store.Session.Execute(sql);

        var problem = Assert.Throws<StoreException>(() => Store.Find("a"));

        Assert.False(problem.MayPass);
        Assert.Contains("the file is damaged", problem.Message, StringComparison.Ordinal);
    }

    private void Close(long _) => Close();

    private void Prepare(string sql)
    {
        using var connection = Connect();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        using (SqliteFile.OpenInMemory())
        {
            // Loads the native library.
        }

        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private string Refused()
    {
        var problem = Assert.Throws<EngineFileException>(() => SqliteStore.Open(FilePath));
        Assert.Equal(FilePath, problem.File);
        return problem.Message;
    }
}
