using Microsoft.Data.Sqlite;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Tests.Embedded.Records;

[Trait("Req", "S0-067")]
public sealed class RecordCheckTests : IDisposable
{
    private readonly RecordFolder _folder = new();

    [Theory]
    [InlineData("text")]
    [InlineData("hash")]
    [InlineData("previous")]
    [InlineData("key")]
    public async Task Verify_AnyByteOfAColumnChanged_IsFound(string column)
    {
        await TellAsync();
        using var connection = Connect();
        var whole = (byte[])Scalar(connection, $"SELECT CAST({column} AS BLOB) FROM audit WHERE seq = 2")!;
        using var store = _folder.Open();
        using var update = connection.CreateCommand();
        update.CommandText = column is "text" or "key" ? $"UPDATE audit SET {column} = CAST($bytes AS TEXT) WHERE seq = 2" : $"UPDATE audit SET {column} = $bytes WHERE seq = 2";
        var bytes = update.Parameters.Add("$bytes", SqliteType.Blob);
        for (var place = 0; place < whole.Length; place++)
        {
            var changed = whole.ToArray();
            changed[place] ^= 4;
            bytes.Value = changed;
            update.ExecuteNonQuery();

            Assert.True(store.Verify().Any(fault => fault.Sequence is 2 or 3), $"byte {place} of {column} was not found");
        }

        bytes.Value = whole;
        update.ExecuteNonQuery();
        Assert.Empty(store.Verify());
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE seq = 1")]
    [InlineData("DELETE FROM audit WHERE seq = 2")]
    [InlineData("DELETE FROM audit WHERE seq = 3")]
    [InlineData("DELETE FROM audit WHERE seq = 3; UPDATE head SET count = 2")]
    [InlineData("DELETE FROM audit")]
    [InlineData("UPDATE audit SET seq = 4 WHERE seq = 3")]
    [InlineData("UPDATE audit SET seq = -seq WHERE seq < 3; UPDATE audit SET seq = 3 + seq WHERE seq < 0")]
    [InlineData("INSERT INTO audit SELECT 4, key || 'x', play, experiment, kind, at, hash, hash, text FROM audit WHERE seq = 3")]
    [InlineData("INSERT INTO audit SELECT 0, key || 'x', play, experiment, kind, at, hash, hash, text FROM audit WHERE seq = 3")]
    [InlineData("UPDATE audit SET play = 'other' WHERE seq = 2")]
    [InlineData("UPDATE audit SET kind = 'brief.written' WHERE seq = 2")]
    [InlineData("UPDATE audit SET at = at + 1 WHERE seq = 2")]
    [InlineData("UPDATE audit SET experiment = 'other' WHERE seq = 2")]
    [InlineData("UPDATE head SET count = 4")]
    [InlineData("UPDATE head SET hash = zeroblob(32)")]
    [InlineData("DELETE FROM head")]
    public async Task Verify_TableChangedBehindTheStore_IsFound(string sql)
    {
        await TellAsync();
        using (var connection = Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        using var store = _folder.Open();
        Assert.NotEmpty(store.Verify());
    }

    public void Dispose() => _folder.Dispose();

    private async Task TellAsync()
    {
        using var store = _folder.Open();
        await store.Audit.AppendAsync([Read(1), Read(2), Read(3)], default);
        Assert.Empty(store.Verify());
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
