using System.Globalization;
using System.Text;
using Optimizer.Connectors.Ledger;
using Optimizer.Embedded.Ledger;
using Optimizer.Tests.Connectors.Notices;

namespace Optimizer.Tests.Connectors.Ledger;

public sealed class EventImportTests : IDisposable
{
    private const int Events = 500;
    private const int Broken = 20;
    private const int Doubled = 40;
    private const int RowsAtOnce = 30;
    private const string Id = "pricing-1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-import-");

    private static DateTimeOffset Begin { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_StoppedAtEveryCommitAndWithinIt_BegunAgainLosesAndDoublesNothing()
    {
        var file = Write();
        using var stopped = await StopsAsync(file);

        Assert.InRange(stopped.Stops.Count, 2 * Events / RowsAtOnce, int.MaxValue);
        var had = new List<long>();
        foreach (var stop in stopped.Stops)
        {
            using var ledger = Open(stop);
            had.Add(await EventsAsync(ledger));
            var count = new ImportCount();
            await Import(ledger).ReadAsync(file, count, _ => { }, default);

            Assert.Equal((Events - had[^1], Broken), (count.Accepted, count.Quarantined));
            Assert.Equal(Events + Doubled - count.Accepted, count.Duplicates);
            Assert.Equal(Events, await EventsAsync(ledger));
            Assert.Equal(Broken, (await ledger.QuarantineAsync(default)).Values.Sum());
            Assert.Equal(Events, (await ledger.SumAsync(new(Id), default)).Sum(sum => sum.Sum));
            Assert.Empty(ledger.Verify());
        }

        Assert.Equal(had.Order(), had);
        Assert.Equal((0, Events), (had[0], had[^1]));
    }

    [Fact]
    public async Task ReadAsync_ThroughALedgerThatGathers_CountsEveryRowOnce()
    {
        var file = Write();
        using var ledger = Open(Path.Combine(_folder.FullName, LedgerOptions.FileName));
        await ledger.PutAsync(new(Id, ["control", "short"], "UTC", Begin), Begin, default);
        var count = new ImportCount();

        await Import(ledger).ReadAsync(file, count, _ => { }, default);

        Assert.Equal((Events + Doubled + Broken, Events, Doubled, Broken), (count.Rows, count.Accepted, count.Duplicates, count.Quarantined));
        Assert.Empty(ledger.Verify());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static SqliteLedger Open(string file) => SqliteLedger.Open(file, new() { Durable = false, Gathers = true });

    private static EventImport Import(Optimizer.Workflows.Ports.IAttributionLedger ledger) => new(ledger, new HandClock { Now = Begin.AddDays(60) }) { RowsAtOnce = RowsAtOnce };

    private static async Task<long> EventsAsync(SqliteLedger ledger) =>
        (await ledger.TotalsAsync(Id, default)).Sum(total => total.Events.Sum(each => each.Value.Count));

    private async Task<StoppedLedger> StopsAsync(string file)
    {
        using var ledger = Open(Path.Combine(_folder.FullName, LedgerOptions.FileName));
        await ledger.PutAsync(new(Id, ["control", "short"], "UTC", Begin), Begin, default);
        var stopped = new StoppedLedger(ledger, _folder.FullName);
        await Import(stopped).ReadAsync(file, new(), _ => { }, default);
        return stopped;
    }

    // Broken and doubled rows lie between the others.
    private string Write()
    {
        var path = Path.Combine(_folder.FullName, "events.jsonl");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        for (var i = 0; i < Events; i++)
        {
            file.Write(Line(i));
            file.Write(i % (Events / Broken) == 0 ? $"{{\"broken\":{i}\n" : "");
            file.Write(i % (Events / Doubled) == 0 && i / (Events / Doubled) < Doubled ? Line(i / 2) : "");
        }

        return path;
    }

    private static string Line(int i)
    {
        var unit = i * 31 % 97;
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"id":"e{{i}}","ts":"2026-03-0{{1 + (i % 7)}}T12:00:00Z","exp_id":"{{Id}}","variant":"{{(unit % 2 == 0 ? "control" : "short")}}","event":"purchase","value":1,"session_id":"s{{unit}}"}""") + "\n";
    }
}
