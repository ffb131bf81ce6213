using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Embedded.Records;

public sealed class RecordSessionTests : IDisposable
{
    private const int Callers = 16;

    private readonly SqliteSession _file = SqliteFile.Connect(":memory:");
    private readonly RecordSession _session;
    private readonly Statement _insert;
    private readonly Statement _count;

    public RecordSessionTests()
    {
        _file.Execute("CREATE TABLE mark (number INTEGER PRIMARY KEY)");
        _session = new(_file, "memory", readOnly: false);
        _insert = _session.Prepare("INSERT INTO mark VALUES (?)");
        _count = _session.Prepare("SELECT count(*) FROM mark");
    }

    [Fact]
    public async Task Change_ThoseWhoWaitMeanwhile_ShareOneTransaction()
    {
        var waiting = await HeldAsync(number => _session.Change(() => Put(number)));

        Assert.Equal(Enumerable.Range(1, Callers), (await Task.WhenAll(waiting)).Order());
        Assert.Equal(Callers + 1, Count());

        // One for whoever held the others up; those who were late to wait have a second or third.
        Assert.InRange(_file.Flushes, 2, Callers / 2);
    }

    [Fact]
    public async Task Change_OneOfManyFails_ItAloneIsNotKept()
    {
        var waiting = await HeldAsync(number => _session.Change(() => number == 3 ? throw new InvalidOperationException("the third") : Put(number)));

        foreach (var (each, number) in waiting.Select((each, place) => (each, place + 1)))
        {
            if (number == 3)
            {
                Assert.Equal("the third", (await Assert.ThrowsAsync<InvalidOperationException>(() => each)).Message);
            }
            else
            {
                Assert.Equal(number, await each);
            }
        }

        Assert.Equal(Callers, Count());
    }

    [Fact]
    public async Task Change_OneOfManyIsRefusedByTheFile_ItAloneIsNotKept()
    {
        // The first had number 0 too: SQLite refuses it, and drops what is open.
        var waiting = await HeldAsync(number => _session.Change(() => Put(number == 5 ? 0 : number)));

        _ = await Assert.ThrowsAsync<RecordFileException>(() => waiting[4]);
        Assert.Equal(Callers - 1, (await Task.WhenAll(waiting.Where((_, place) => place != 4))).Length);
        Assert.Equal(Callers, Count());
    }

    [Fact]
    public async Task Change_AnyOfThoseTogetherIsOfTerms_IsSeenInTheTerms()
    {
        var before = _session.Terms;
        await Task.WhenAll(await HeldAsync(number => _session.Change(() => Put(number), isTerms: number == Callers)));

        Assert.NotEqual(before, _session.Terms);
    }

    [Fact]
    public void Change_AfterClosing_IsRefused()
    {
        _session.Dispose();

        _ = Assert.Throws<ObjectDisposedException>(() => _session.Change(() => 1));
    }

    public void Dispose() => _session.Dispose();

    private int Put(int number)
    {
        _ = _insert.Bind(1, (long)number).Run();
        return number;
    }

    private long Count() => _session.Read(_ => _count.First(row => row.Long(0)));

    /// <summary>Lets callers ask while the change of another is open.</summary>
    private async Task<Task<int>[]> HeldAsync(Func<int, int> ask)
    {
        using var isOpen = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var first = Task.Factory.StartNew(() => _session.Change(() =>
        {
            isOpen.Set();
            goOn.Wait();
            return Put(0);
        }), TaskCreationOptions.LongRunning);
        isOpen.Wait();
        using var begun = new CountdownEvent(Callers);
        var waiting = Enumerable.Range(1, Callers).Select(number => Task.Factory.StartNew(() =>
        {
            begun.Signal();
            return ask(number);
        }, TaskCreationOptions.LongRunning)).ToArray();
        begun.Wait();

        // They have begun; that they wait shows nowhere.
        Thread.Sleep(100);
        goOn.Set();
        _ = await first;
        return waiting;
    }
}
