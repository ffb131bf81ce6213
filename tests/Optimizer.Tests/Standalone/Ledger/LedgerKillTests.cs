using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Ledger;

namespace Optimizer.Tests.Standalone.Ledger;

/// <summary>The real command in processes of its own, killed for real while it imports, and two of them at once.</summary>
public sealed class LedgerKillTests : IDisposable
{
    private const int Rows = 120_000;
    private const int RowsUnderKills = 2 * Rows;
    private const int FewestCommits = 10;
    private const string Id = "pricing-1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-ledger-kill-");

    private string LedgerFile => Path.Combine(_folder.FullName, LedgerOptions.FileName);

    [Fact]
    public async Task Import_KilledAgainAndAgain_LosesAndDoublesNothing()
    {
        var file = Write(RowsUnderKills);
        await PutAsync();

        // Somebody who asks for the turn all the time, so that the import makes a change of every part instead of a few large ones.
        using var asking = new FileStream(LedgerFile + ".asking", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var kills = 0;
        foreach (var part in (long[])[1, 2, 3, 4])
        {
            using var import = Start("ledger", "import", file, "--json", "--data", _folder.FullName);
            while (!import.HasExited && await EventsAsync() < part * 50_000)
            {
                await Task.Delay(1);
            }

            kills += import.HasExited ? 0 : 1;
            import.Kill();
            await import.WaitForExitAsync();
        }

        Assert.InRange(kills, 2, 4);
        Assert.InRange(await EventsAsync(), 50_000, RowsUnderKills);
        Assert.Equal(0, await EndAsync(Start("ledger", "import", file, "--json", "--data", _folder.FullName)));
        await MustBeWholeAsync(RowsUnderKills);
        Assert.InRange(Commits(), FewestCommits, RowsUnderKills);
    }

    [Fact]
    public async Task Import_TwiceAtOnceWhileALedgerIsOpen_WritesInTurnAndDoublesNothing()
    {
        var file = Write(Rows);
        await PutAsync();
        using var server = SqliteLedger.Open(LedgerFile, new());
        var imports = new[] { Start("ledger", "import", file, "--json", "--data", _folder.FullName), Start("ledger", "import", file, "--json", "--data", _folder.FullName) };

        // A server goes on answering meanwhile.
        var ends = Array.ConvertAll(imports, EndAsync);
        for (var unit = 0; !Task.WhenAll(ends).IsCompleted; unit++)
        {
            Assert.NotNull(await server.AssignAsync(Id, $"visitor-{unit}", unit % 2, Begin, default));
            await Task.Delay(20);
        }

        Assert.All(await Task.WhenAll(ends), code => Assert.Equal(0, code));
        await MustBeWholeAsync(Rows);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DateTimeOffset Begin { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // The command that runs this very runtime: what a test host was started with need not be on the path.
    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo(
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")),
        [Path.Combine(AppContext.BaseDirectory, "optimizer.dll"), .. args])
    { RedirectStandardOutput = true })!;

    private static async Task<int> EndAsync(Process process)
    {
        _ = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        using (process)
        {
            return process.ExitCode;
        }
    }

    private async Task PutAsync()
    {
        using var ledger = SqliteLedger.Open(LedgerFile, new());
        await ledger.PutAsync(new(Id, ["control", "short"], "UTC", Begin), Begin, default);
    }

    private async Task<long> EventsAsync()
    {
        using var ledger = SqliteLedger.OpenToRead(LedgerFile, new());
        return (await ledger.TotalsAsync(Id, default)).Sum(total => total.Events.Sum(each => each.Value.Count));
    }

    private long Commits()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = LedgerFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM batch WHERE rows > 1";
        return (long)command.ExecuteScalar()!;
    }

    private async Task MustBeWholeAsync(int rows)
    {
        using var ledger = SqliteLedger.OpenToRead(LedgerFile, new());
        Assert.Equal(rows, await EventsAsync());
        Assert.Equal(rows, (await ledger.SumAsync(new(Id), default)).Sum(sum => sum.Sum));
        Assert.Empty(ledger.Verify());
    }

    private string Write(int rows)
    {
        var path = Path.Combine(_folder.FullName, "events.jsonl");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        for (var i = 0; i < rows; i++)
        {
            var unit = i * 7919L % 9_973;
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $$"""{"id":"e{{i}}","ts":"2026-03-0{{1 + (i / 40_000)}}T12:00:00Z","exp_id":"{{Id}}","variant":"{{(unit % 2 == 0 ? "control" : "short")}}","event":"purchase","value":1,"session_id":"s{{unit}}"}"""));
            file.Write('\n');
        }

        return path;
    }
}
