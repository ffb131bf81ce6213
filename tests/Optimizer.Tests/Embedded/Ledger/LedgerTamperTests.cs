using System.Text;
using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Tests.Embedded.Ledger;

public sealed class LedgerTamperTests : IDisposable
{
    private const string Unlock = """
        DROP TRIGGER event_update; DROP TRIGGER event_delete; DROP TRIGGER definition_update; DROP TRIGGER definition_delete;
        DROP TRIGGER batch_update; DROP TRIGGER batch_delete;
        """;

    private readonly LedgerFolder _folder = new();

    [Theory]
    [Trait("Req", "S3-045")]
    [InlineData("UPDATE event SET value = value + 1 WHERE seq = 8")]
    [InlineData("UPDATE event SET at = at + 1 WHERE seq = 7")]
    [InlineData("UPDATE event SET unit = unit || 'x' WHERE seq = 7")]
    [InlineData("UPDATE event SET path = '/pricinh' WHERE seq = 7")]
    [InlineData("UPDATE event SET id = 'e9x' WHERE seq = 7")]
    [InlineData("UPDATE event SET variant = 1 - variant WHERE seq = 7")]
    [InlineData("UPDATE name SET text = 'viev' WHERE text = 'view'")]
    [InlineData("DELETE FROM event WHERE seq = 7")]
    [InlineData("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")]
    [InlineData("INSERT INTO event SELECT seq + 1000, at, experiment, variant, name, value, 'other', unit, path FROM event WHERE seq = 7")]
    [InlineData("UPDATE definition SET text = replace(text, 'short', 'shirt')")]
    [InlineData("DELETE FROM batch WHERE number = (SELECT max(number) FROM batch)")]
    [InlineData("DELETE FROM event WHERE seq > 11; DELETE FROM batch WHERE number = 3")]
    [InlineData("UPDATE head SET rows = rows - 1")]
    [InlineData("UPDATE total SET sum = '1' WHERE name = 2")]
    [InlineData("UPDATE total SET count_squares = count_squares + 1")]
    [InlineData("UPDATE cohort SET units = units + 1")]
    [InlineData("DELETE FROM total WHERE name = 2")]
    [InlineData("UPDATE unit SET day = day + 1 WHERE key = (SELECT min(key) FROM unit)")]
    [InlineData("DELETE FROM known WHERE id = (SELECT min(id) FROM known)")]
    public async Task Verify_ChangeOfAnyKind_IsFound(string sql)
    {
        await FillAsync();
        using (var before = SqliteLedger.OpenToRead(_folder.File, new()))
        {
            Assert.Empty(before.Verify());
        }

        _folder.Execute(Unlock + sql);

        using var after = SqliteLedger.OpenToRead(_folder.File, new());
        Assert.NotEmpty(after.Verify());
    }

    [Fact]
    [Trait("Req", "S3-045")]
    public async Task Verify_OneByteOfTheFile_IsFound()
    {
        await FillAsync();
        _folder.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = File.ReadAllBytes(_folder.File);
        var at = bytes.AsSpan().IndexOf("unit-4"u8);
        Assert.True(at > 0, "the unit stands in the file");
        bytes[at + 5] ^= 1;
        File.WriteAllBytes(_folder.File, bytes);

        using var after = SqliteLedger.OpenToRead(_folder.File, new());
        Assert.Contains(after.Verify(), fault => fault.ToString().Contains("a row was changed", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Req", "S3-045")]
    [InlineData("UPDATE event SET value = 1")]
    [InlineData("DELETE FROM event")]
    [InlineData("UPDATE batch SET hash = zeroblob(32)")]
    [InlineData("DELETE FROM batch")]
    [InlineData("UPDATE definition SET text = ''")]
    [InlineData("DELETE FROM definition")]
    public async Task Log_UpdateOrDelete_IsRefusedByTheFileItself(string sql)
    {
        await FillAsync();

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => _folder.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRAGMA application_id = 7; CREATE TABLE t (x)", "another database")]
    [InlineData("CREATE TABLE t (x)", "another database")]
    [InlineData("PRAGMA application_id = 1332769868; PRAGMA user_version = 9; CREATE TABLE t (x)", "newer program")]
    [InlineData("PRAGMA application_id = 1332769868; PRAGMA user_version = -1; CREATE TABLE t (x)", "damaged")]
    public void Open_ForeignFile_IsRefusedAndLeftAsItIs(string sql, string said)
    {
        _folder.Execute(sql);
        var before = File.ReadAllBytes(_folder.File);

        Assert.Contains(said, Assert.Throws<RecordFileException>(() => _folder.Open()).Message, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Throws<RecordFileException>(() => SqliteLedger.OpenToRead(_folder.File, new())).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void Open_NoDatabaseOrFolder_IsRefused()
    {
        Assert.True(Assert.Throws<RecordFileException>(() => SqliteLedger.OpenToRead(_folder.File, new())).IsAbsent);
        File.WriteAllBytes(_folder.File, Encoding.UTF8.GetBytes(new string('x', 5000)));
        Assert.Throws<RecordFileException>(() => _folder.Open());
        File.Delete(_folder.File);
        Directory.CreateDirectory(_folder.File);
        Assert.Contains("is a folder", Assert.Throws<RecordFileException>(() => _folder.Open()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // Sequence 1 is the experiment; 2 to 11 the first ten events; 12 to 21 the others, in a batch of their own.
    private async Task FillAsync()
    {
        using var ledger = await _folder.OpenWithAsync();
        for (var batch = 0; batch < 2; batch++)
        {
            await ledger.AppendAsync(
                [.. Enumerable.Range(0, 10).Select(i => Event($"e{batch}-{i}", $"unit-{i}", i % 2 == 0 ? "control" : "short", i % 3 == 0 ? "purchase" : "view", i % 3 == 0 ? 5 + i : null))],
                Now, default);
        }
    }
}
