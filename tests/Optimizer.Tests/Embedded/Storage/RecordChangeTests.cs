using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Embedded.Storage;

public abstract class RecordChangeTests(bool inMemory) : StoreFixture(inMemory)
{
    [Fact]
    public void Append_Records_ComeBackInOrderOfSequence()
    {
        var (a, b) = (Insert("a"), Insert("b"));
        var first = Append(a, "one", RecordKind.Message, 10, busy: true);
        Append(b, "other");
        var last = Append(a, "", RecordKind.Begun, 20);

        Reopen();

        Assert.Equal(
            [(first, RecordKind.Message, 10L, 3), (last, RecordKind.Begun, 20L, 0)],
            Store.Records(a).Select(record => (record.Sequence, record.Kind, record.At, record.Body.Length)));
        Assert.Equal(["one", ""], Texts(a));
        Assert.Equal((20, null), (Store.LastRecordAt(a), Store.LastRecordAt(99)));
    }

    [Fact]
    public void Append_LargeBody_ComesBackWhole()
    {
        var key = Insert("a");
        var body = new string('x', 3 << 20);

        Append(key, body);
        Reopen();

        Assert.Equal(body, Assert.Single(Texts(key)));
    }

    [Fact]
    public void Append_Turn_StartsTheInstanceAndAMessageDoesNot()
    {
        var key = Insert("a");
        Append(key, kind: RecordKind.Message);
        Assert.False(Store.Find("a")!.Started);

        Append(key, kind: RecordKind.Turn);
        Reopen();

        Assert.True(Store.Find("a")!.Started);
        Assert.True(Assert.Single(Store.Live()).Started);
    }

    [Fact]
    public void Append_TurnThatIsRolledBack_DoesNotStartTheInstanceAndTheNextDoes()
    {
        var key = Insert("a");
        Store.Begin();
        Store.Append(key, RecordKind.Turn, 1, false, default);

        Store.Rollback();

        Assert.False(Store.Find("a")!.Started);
        Append(key);
        Assert.True(Store.Find("a")!.Started);
    }

    [Fact]
    public void DeleteRecords_Kept_StayWithTheirSequences()
    {
        var (a, b) = (Insert("a"), Insert("b"));
        var sequences = Enumerable.Range(0, 5).Select(i => Append(a, $"{i}")).ToList();
        Append(b, "other");

        Change(store => store.DeleteRecords(a, [sequences[1], sequences[3], 999]));

        Assert.Equal([sequences[1], sequences[3]], Store.Records(a).Select(record => record.Sequence));
        Assert.Equal(["1", "3"], Texts(a));
        Assert.Equal(["other"], Texts(b));
        Change(store => store.DeleteRecords(a, []));
        Assert.Empty(Store.Records(a));
        Assert.Single(Texts(b));
    }

    [Fact]
    public void Append_AfterTheLastWasDeleted_GivesASequenceAboveAllEverGiven()
    {
        var key = Insert("a");
        Append(key);
        var last = Append(key);
        Change(store => store.DeleteRecords(key, []));

        Reopen();

        Assert.True(Append(key) > last);
    }

    [Fact]
    public void Append_AfterDeleteOfARecordOfTheSameChange_GivesANewSequence()
    {
        var key = Insert("a");
        var gone = Change(store =>
        {
            store.DeleteRecords(key, []);
            return store.Append(key, RecordKind.Turn, 1, false, default);
        });
        Change(store => store.Delete(key));

        Reopen();

        Assert.True(Append(Insert("b")) > gone);
    }

    [Fact]
    public void Timers_All_ComeByTimeThenInstanceThenStep()
    {
        var (a, b) = (Insert("a"), Insert("b"));
        TimerRow[] timers = [new(b, 2, 10), new(a, 7, 30), new(b, 1, 20), new(a, 3, 20), new(a, -1, 20)];
        Change(store => Array.ForEach(timers, store.AddTimer));

        Reopen();

        Assert.Equal([new(b, 2, 10), new(a, -1, 20), new(a, 3, 20), new(b, 1, 20), new(a, 7, 30)], Store.Timers());
        Change(store => store.RemoveTimer(a, 3));
        Change(store => store.RemoveTimer(a, 99));
        Assert.Equal(4, Store.Timers().Count);
        Change(store => store.RemoveTimers(b));
        Assert.Equal([-1, 7], Store.Timers().Select(timer => timer.Step));
    }

    [Fact]
    public void AddTimer_StepThatHasOne_IsAFault()
    {
        var key = Insert("a");
        Change(store => store.AddTimer(new(key, 1, 5)));

        Assert.False(Assert.Throws<StoreException>(() => Change(store => store.AddTimer(new(key, 1, 6)))).MayPass);

        Assert.Equal(5, Assert.Single(Store.Timers()).Due);
    }

    [Fact]
    public void TryAddSignalKey_Again_IsFalseUntilItIsForgotten()
    {
        var (a, b) = (Insert("a"), Insert("b"));

        Assert.True(Change(store => store.TryAddSignalKey(a, "k'", 10)));
        Assert.False(Change(store => store.TryAddSignalKey(a, "k'", 20)));
        Assert.True(Change(store => store.TryAddSignalKey(a, "K'", 10)));
        Assert.True(Change(store => store.TryAddSignalKey(b, "k'", 30)));

        Reopen();
        Change(store => store.DeleteSignalKeys(30));

        Assert.True(Change(store => store.TryAddSignalKey(a, "k'", 40)));
        Assert.False(Change(store => store.TryAddSignalKey(b, "k'", 40)));
    }

    [Fact]
    public void Rollback_OpenChange_KeepsNothingAndWithoutOneDoesNothing()
    {
        Store.Begin();
        Store.Insert(New("a"));

        Store.Rollback();
        Store.Rollback();

        Assert.Null(Store.Find("a"));
        Assert.True(Insert("a") > 0);
    }

    [Fact]
    public void Committed_AfterACommit_IsWhatWasGiven()
    {
        var key = Insert("a");
        var sequence = Append(key);
        Assert.Equal(new StoreMarks(sequence, key), Store.Given);
        Assert.Equal(Store.Given, Store.Committed());

        Change(store => store.Delete(key));
        Reopen();

        Assert.Equal(new StoreMarks(sequence, key), Store.Given);
        Assert.Equal(Store.Given, Store.Committed());
    }

    [Fact]
    public void Committed_AfterADroppedChange_TellsWhetherTheNextIsDurable()
    {
        var key = Insert("a");
        Store.Begin();
        Store.Insert(New("dropped"));
        Store.Append(key, RecordKind.Turn, 1, false, default);
        var dropped = Store.Given;
        Store.Rollback();
        Assert.Equal(dropped, Store.Given);
        Assert.NotEqual(dropped, Store.Committed());
        Change(_ => { });
        Assert.Equal(1, Store.Flushes);

        Assert.True(Append(key) > dropped.Sequence);

        Assert.Equal(Store.Given, Store.Committed());
        Append(key);
        Assert.Equal(Store.Given, Store.Committed());
    }

    [Fact]
    public void Flushes_CountOnlyChangesThatWrote()
    {
        var key = Insert("a");
        Assert.Equal(1, Store.Flushes);

        Change(store => store.RemoveTimers(key));
        Change(_ => { });
        Store.Begin();
        Store.Insert(New("b"));
        Store.Rollback();

        Assert.Equal(1, Store.Flushes);
        Append(key);
        Assert.Equal(2, Store.Flushes);
    }

    [Fact]
    public void Writes_OutsideAChange_AreRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Store.Append(1, RecordKind.Turn, 1, false, default));
        Assert.Throws<InvalidOperationException>(Store.Commit);
        Store.Begin();
        Assert.Throws<InvalidOperationException>(Store.Begin);
    }

    public sealed class OnFile() : RecordChangeTests(inMemory: false);

    public sealed class InMemory() : RecordChangeTests(inMemory: true);
}
