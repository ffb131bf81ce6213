using Microsoft.Data.Sqlite;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Standalone.Backups;

public sealed class BackupCommandTests : IDisposable
{
    private readonly DataFolder _data = DataFolder.WithPlay();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("backup")]
    [InlineData("backup.tar.gz")]
    public async Task Restore_BackupMadeWhileAServerWrites_IsWholeAndGoesOn(string name)
    {
        var target = _data.Beside(name);
        await using (var host = await LiveHost.StartAsync(new ServeOptions { Folder = _data.Path, Urls = ["http://127.0.0.1:0"] }.AtHome(), default))
        {
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(async () =>
            {
                for (var at = 0; !stop.IsCancellationRequested; at++)
                {
                    await host.Loop.World.Audit.AppendAsync($"k{at}", Entry(at), default);
                }
            });
            Assert.Equal(0, _data.Run("backup", target).ExitCode);
            await stop.CancelAsync();
            await writing;
        }

        var restored = _data.Beside("restored");
        var ran = Commands.Ran.Of("restore", target, "--data", restored);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(0, Commands.Ran.Of("audit", "verify", "--data", restored).ExitCode);
        Assert.Equal(0, Commands.Ran.Of("engine", "check", "--data", restored).ExitCode);
        Assert.Equal(File.ReadAllText(_data.In("plays", "signups.yaml")), File.ReadAllText(Path.Combine(restored, "plays", "signups.yaml")));
        Assert.Equal(File.ReadAllText(_data.In("kpis", "signups.csv")), File.ReadAllText(Path.Combine(restored, "kpis", "signups.csv")));
        Assert.False(File.Exists(Path.Combine(restored, RunningServer.FileName)));
        await using var again = await LiveHost.StartAsync(new ServeOptions { Folder = restored, Urls = ["http://127.0.0.1:0"] }.AtHome(), default);
        Assert.NotNull(await again.Loop.ViewAsync("signups"));
    }

    [Fact]
    public void Backup_TargetIsThere_IsRefused()
    {
        Recorded();
        Directory.CreateDirectory(_data.Beside("there"));

        var ran = _data.Run("backup", _data.Beside("there"));

        Assert.Equal((6, $"{_data.Beside("there")}: exists already; a backup is never written over anything{Environment.NewLine}"), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public void Backup_NothingRecordedOrIntoItself_IsRefused()
    {
        Assert.Equal(5, _data.Run("backup", _data.Beside("b")).ExitCode);
        Recorded();
        Assert.Equal(2, _data.Run("backup", _data.In("b")).ExitCode);
        Assert.False(Directory.Exists(_data.In("b")));
    }

    [Fact]
    public void Restore_DirectoryIsNotEmpty_IsRefusedAndLeftAlone()
    {
        Recorded();
        Assert.Equal(0, _data.Run("backup", _data.Beside("b")).ExitCode);
        var before = File.ReadAllBytes(_data.In("plays", "signups.yaml"));

        Assert.Equal(6, _data.Run("restore", _data.Beside("b")).ExitCode);
        Assert.Equal(before, File.ReadAllBytes(_data.In("plays", "signups.yaml")));
    }

    [Theory]
    [InlineData("change", "kpis/signups.csv is not as it was backed up")]
    [InlineData("remove", "kpis/signups.csv is missing")]
    [InlineData("add", "other.csv is no part of the backup")]
    [InlineData("manifest", "holds no manifest.json that can be read, so it is no whole backup")]
    public void Restore_DamagedBackup_IsRefusedAndNothingIsRestored(string damage, string expected)
    {
        Recorded();
        var backup = _data.Beside("b");
        Assert.Equal(0, _data.Run("backup", backup).ExitCode);
        var file = Path.Combine(backup, "kpis", "signups.csv");
        switch (damage)
        {
            case "change":
                File.AppendAllText(file, "x");
                break;
            case "remove":
                File.Delete(file);
                break;
            case "add":
                File.WriteAllText(Path.Combine(backup, "other.csv"), "");
                break;
            default:
                File.WriteAllText(Path.Combine(backup, "manifest.json"), "{");
                break;
        }

        var ran = Commands.Ran.Of("restore", backup, "--data", _data.Beside("r"));

        Assert.Equal((6, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Beside("r")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_data.Beside("")), entry => entry.Contains("restore-", StringComparison.Ordinal));
    }

    [Fact]
    public void Restore_DryOrAbsent_RestoresNothing()
    {
        Recorded();
        Assert.Equal(0, _data.Run("backup", _data.Beside("b")).ExitCode);

        Assert.Equal(0, Commands.Ran.Of("restore", _data.Beside("b"), "--dry-run", "--data", _data.Beside("r")).ExitCode);
        Assert.False(Directory.Exists(_data.Beside("r")));
        Assert.Equal(5, Commands.Ran.Of("restore", _data.Beside("none"), "--data", _data.Beside("r")).ExitCode);
    }

    [Fact]
    public void Restore_TrailChangedBeforeTheBackup_IsRefused()
    {
        Recorded();
        using (var connection = new SqliteConnection($"Data Source={_data.In(RecordOptions.FileName)};Pooling=False"))
        {
            connection.Open();
            using var change = connection.CreateCommand();
            change.CommandText = "UPDATE audit SET text = replace(text, 'fire', 'tea')";
            Assert.Equal(1, change.ExecuteNonQuery());
        }

        Assert.Equal(0, _data.Run("backup", _data.Beside("b")).ExitCode);
        var ran = Commands.Ran.Of("restore", _data.Beside("b"), "--data", _data.Beside("r"));

        Assert.Equal(6, ran.ExitCode);
        Assert.Contains("its trail was changed", ran.Error, StringComparison.Ordinal);
    }

    private static AuditEntry Entry(int at) =>
        new() { Actor = "a", At = DateTimeOffset.UnixEpoch.AddSeconds(at), Cause = "c", Event = new LoopFrozen("fire"), Play = "-" };

    private void Recorded()
    {
        using var records = RecordStore.Open(_data.In(RecordOptions.FileName), new());
        records.Audit.AppendAsync("k", Entry(0), default).GetAwaiter().GetResult();
    }
}
