using Microsoft.Data.Sqlite;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Records;
using static Optimizer.Testing.RecordSamples;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class RecordStoreTests : IDisposable
{
    private readonly RecordFolder _folder = new();

    [Fact]
    public async Task Open_FileAgain_FindsEverything()
    {
        using (var store = _folder.Open(durable: true))
        {
            await store.Audit.AppendAsync([Read(1)], default);
            await store.Register.TryStartAsync(Experiment("onboarding-1"), 0, default);
            await store.Artifacts.WriteAsync("playbook.md", "# Playbook", default);
        }

        using var again = _folder.Open(durable: true);
        Assert.Equal(1, again.Head().Count);
        Assert.Equal(1, (await again.Register.ReadAsync("shop.example", "onboarding", Start, default)).Version);
        Assert.Equal("# Playbook", await again.Artifacts.ReadAsync("playbook.md", default));
    }

    [Fact]
    public async Task Open_FileOfTheFirstVersion_KeepsWhatItHoldsAndTakesMore()
    {
        using (var store = _folder.Open())
        {
            await store.Audit.AppendAsync([Read(1)], default);
        }

        BackToTheFirst(_folder.File);
        Assert.Contains("older", Assert.Throws<RecordFileException>(() => RecordStore.OpenToRead(_folder.File, new())).Message, StringComparison.Ordinal);

        using var raised = _folder.Open();
        await raised.Campaign.NoteAsync("p", "one", "", "k1", default);
        Assert.Equal(1, raised.Head().Count);
        Assert.Single(await raised.Notes.ListAsync("p", null, 10, default));
    }

    [Fact]
    public void OpenToRead_NoFile_SaysThatNothingWasRecorded()
    {
        var problem = Assert.Throws<RecordFileException>(() => RecordStore.OpenToRead(_folder.File, new()));

        Assert.True(problem.IsAbsent);
        Assert.Contains("nothing has been recorded", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 7; CREATE TABLE t (x)", "another program")]
    [InlineData("CREATE TABLE t (x)", "another program")]
    [InlineData("PRAGMA application_id = 1332769841; PRAGMA user_version = 1; CREATE TABLE t (x)", "the engine's database")]
    [InlineData("PRAGMA application_id = 1332769874; PRAGMA user_version = 9; CREATE TABLE t (x)", "newer program")]
    [InlineData("PRAGMA application_id = 1332769874; PRAGMA user_version = -1; CREATE TABLE t (x)", "damaged")]
    public void Open_ForeignFile_IsRefusedAndLeftAsItIs(string sql, string said)
    {
        _folder.Open().Dispose();
        File.Delete(_folder.File);
        Execute(_folder.File, sql);
        var before = File.ReadAllBytes(_folder.File);

        Assert.Contains(said, Assert.Throws<RecordFileException>(() => _folder.Open()).Message, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Throws<RecordFileException>(() => RecordStore.OpenToRead(_folder.File, new())).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsRefused()
    {
        File.WriteAllText(_folder.File, new string('x', 5000));

        Assert.Contains("holds no records", Assert.Throws<RecordFileException>(() => _folder.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Folder_IsRefused()
    {
        Directory.CreateDirectory(_folder.File);

        Assert.Contains("is a folder", Assert.Throws<RecordFileException>(() => _folder.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DamagedPages_SaysSo()
    {
        using (var store = _folder.Open())
        {
            await store.Audit.AppendAsync([.. Enumerable.Range(1, 50).Select(number => Read(number))], default);
        }

        var bytes = File.ReadAllBytes(_folder.File);
        Array.Fill<byte>(bytes, 0xAA, bytes.Length / 2, 4096);
        File.WriteAllBytes(_folder.File, bytes);

        using var damaged = RecordStore.OpenToRead(_folder.File, new());
        Assert.NotEmpty(damaged.Verify());
    }

    [Fact]
    public async Task Dispose_UsedAfterwards_IsRefused()
    {
        var store = InMemory();
        store.Dispose();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Audit.AppendAsync([Read(1)], default));
    }

    public void Dispose() => _folder.Dispose();

    // Tables of later steps are gone, as before those were written.
    private static void BackToTheFirst(string file)
    {
        string[] first = ["artifact", "audit", "definition", "experiment", "head", "in_force", "site"];
        var later = new List<string>();
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            using var names = command.ExecuteReader();
            while (names.Read())
            {
                later.Add(names.GetString(0));
            }
        }

        Execute(file, string.Concat(later.Except(first).Select(name => $"DROP TABLE {name};")) + "PRAGMA user_version = 1");
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Terms_ChangeOnlyWithWhatPlaysGoBy()
    {
        using var folder = new RecordFolder();
        using var writing = folder.Open();
        var before = writing.Terms();
        await writing.Audit.AppendAsync([Read(1)], default);
        Assert.Equal(before, writing.Terms());

        await writing.Plays.PutAsync("policy", "version: 1", "p.yaml", Start, default);
        var put = writing.Terms();
        Assert.NotEqual(before, put);
        Assert.True(await writing.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));
        var started = writing.Terms();
        Assert.NotEqual(put, started);
        await writing.Audit.AppendAsync([new("freeze/1", Read(2).Entry with { Event = new LoopFrozen("prices are wrong") })], default);
        Assert.NotEqual(started, writing.Terms());
    }

    [Fact]
    public async Task Terms_OtherProcessChanges_AreSeenBeforeTheNextChangeHere()
    {
        using var folder = new RecordFolder();
        using var writing = folder.Open();
        using var other = folder.Open();
        await writing.Audit.AppendAsync([Read(1)], default);
        var before = writing.Terms();
        await other.Plays.PutAsync("policy", "version: 2", "p.yaml", Start, default);
        await writing.Audit.AppendAsync([Read(2)], default);
        Assert.NotEqual(before, writing.Terms());
        Assert.Equal("version: 2", (await writing.Plays.FindAsync("policy", default))!.Text);
    }

    [Fact]
    public void CheckWritable_OpenToRead_Throws()
    {
        using var folder = new RecordFolder();
        using var writing = folder.Open();
        writing.CheckWritable();
        Assert.Empty(writing.Verify());
        using var reading = RecordStore.OpenToRead(folder.File, new());
        Assert.Throws<RecordFileException>(reading.CheckWritable);
    }
}
