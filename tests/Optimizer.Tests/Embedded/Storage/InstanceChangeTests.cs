using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Storage;

public abstract class InstanceChangeTests(bool inMemory) : StoreFixture(inMemory)
{
    [Fact]
    public void Insert_AllFields_ComeBack()
    {
        var parent = Insert("parent");
        var key = Insert("a", "Kind", 77, new Dictionary<string, string> { ["team"] = "growth" }, new ParentLink(parent, 2, 5));

        Reopen();

        var row = Store.Find("a")!;
        Assert.Equal(
            (key, "a", "Kind", 3, RunState.Running, false, 1, 0, 77L, 77L),
            (row.Key, row.Id, row.Workflow, row.Version, row.State, row.Started, row.Generation, row.Attempts, row.CreatedAt, row.ChangedAt));
        Assert.Equal((Payload.Of("a"), null, null, null, null), (row.Input, row.Status, row.Output, row.Failure, row.Reason));
        Assert.Equal((new ParentLink(parent, 2, 5), "parent", "00-trace"), (row.Parent, row.ParentId, row.Trace));
        Assert.Equal("growth", Assert.Single(row.Tags).Value);
    }

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(Store.Find("nobody"));

    [Theory]
    [InlineData("o'brien\"; DROP TABLE instance; --")]
    [InlineData("a/b\\c%_*?[x]")]
    [InlineData("Žluťoučký-кошка-😀-\u202eمرحبا")]
    public void Find_StrangeIds_AreFoundAsTheyAre(string id)
    {
        var key = Insert(id);

        Reopen();

        Assert.Equal((key, id), (Store.Find(id)!.Key, Store.Find(id)!.Id));
    }

    [Fact]
    public void Find_OtherCaseOrForm_IsAnotherInstance()
    {
        var keys = new[] { "Ab", "ab", "caf\u00e9", "cafe\u0301" }.Select(id => Insert(id)).ToList();

        Assert.Equal(keys, new[] { "Ab", "ab", "caf\u00e9", "cafe\u0301" }.Select(id => Store.Find(id)!.Key));
        Assert.Null(Store.Find("AB"));
    }

    [Fact]
    public void Insert_IdThatIsTaken_IsRefusedWithNothingKept()
    {
        Insert("a");
        Store.Begin();
        Store.Insert(New("b"));

        var problem = Assert.Throws<StoreException>(() => Store.Insert(New("a")));

        Assert.False(problem.MayPass);
        Assert.Null(Store.Find("b"));
        Assert.Throws<InvalidOperationException>(() => Store.Insert(New("c")));
    }

    [Fact]
    public void Insert_AfterDeletingTheLast_GivesAKeyAboveAllEverGiven()
    {
        var first = Insert("a");
        var last = Insert("b");
        Change(store => store.Delete(last));

        Reopen();

        Assert.True(Insert("c") > last && last > first);
    }

    [Fact]
    public void Delete_Instance_TakesEverythingOfItAndNothingElse()
    {
        var (gone, stays) = (Insert("gone"), Insert("stays"));
        foreach (var key in new[] { gone, stays })
        {
            Append(key);
            Change(store => store.AddTimer(new(key, 1, 5)));
            Change(store => store.TryAddSignalKey(key, "k", 5));
        }

        Change(store => store.Delete(gone));

        Assert.Null(Store.Find("gone"));
        Assert.Empty(Store.Records(gone));
        Assert.Equal(stays, Assert.Single(Store.Timers()).Instance);
        Assert.Single(Store.Records(stays));
        Assert.True(Change(store => store.TryAddSignalKey(gone, "k", 5)));
        Assert.False(Change(store => store.TryAddSignalKey(stays, "k", 5)));
    }

    [Fact]
    public void Children_OfAParent_AreListedByKeyAndOutliveIt()
    {
        var parent = Insert("parent");
        Insert("other", parent: new ParentLink(parent + 100, 1, 0));
        var children = new[] { Insert("z", parent: new ParentLink(parent, 1, 0)), Insert("y", parent: new ParentLink(parent, 2, 1)) };

        Assert.Equal(children, Store.Children(parent).Select(child => child.Key));

        Change(store => store.Delete(parent));
        Assert.All(Store.Children(parent), child => Assert.Null(child.ParentId));
        Assert.Equal(2, Store.Children(parent).Count);
    }

    [Fact]
    public void SetStatus_Value_ShowsWithoutChangingTheTime()
    {
        var key = Insert("a");

        Change(store => store.SetStatus(key, Payload.Of("half")));
        Reopen();

        Assert.Equal((Payload.Of("half"), 100), (Store.Find("a")!.Status, Store.Find("a")!.ChangedAt));
        Change(store => store.SetStatus(key, null));
        Assert.Null(Store.Find("a")!.Status);
    }

    [Fact]
    public void SetState_ThereAndBack_ShowsTheReasonAndForgetsIt()
    {
        var key = Insert("a");

        Change(store => store.SetState(key, RunState.Parked, 300, "why", Broken));
        Reopen();

        var parked = Store.Find("a")!;
        Assert.Equal((RunState.Parked, 300, "why"), (parked.State, parked.ChangedAt, parked.Reason));
        Assert.Equal(Payload.Of(Broken), Payload.Of(parked.Failure));
        Change(store => store.SetState(key, RunState.Running, 400, null, null));
        var running = Store.Find("a")!;
        Assert.Equal((RunState.Running, 400, null, null), (running.State, running.ChangedAt, running.Reason, running.Failure));
    }

    [Theory]
    [InlineData(RunState.Completed)]
    [InlineData(RunState.Failed)]
    [InlineData(RunState.Terminated)]
    public void Finish_Instance_KeepsItsEndAndTakesItsTimers(RunState state)
    {
        var (key, other) = (Insert("a"), Insert("b"));
        Change(store => store.AddTimer(new(key, 1, 5)));
        Change(store => store.AddTimer(new(other, 1, 5)));

        Change(store => store.Finish(key, state, 900, Payload.Of(1), Broken, "why"));
        Reopen();

        var row = Store.Find("a")!;
        Assert.Equal((state, 900, Payload.Of(1), "why", "Boom"), (row.State, row.ChangedAt, row.Output, row.Reason, row.Failure?.Type));
        Assert.Equal(other, Assert.Single(Store.Timers()).Instance);
        Assert.Equal(other, Assert.Single(Store.Live()).Key);
        Assert.Throws<StoreException>(() => Change(store => store.SetState(key, RunState.Running, 901, null, null)));
        Assert.Equal(state, Store.Find("a")!.State);
    }

    [Fact]
    public void Finish_ThatLostOutput_IsNotAnEmptyOne()
    {
        var key = Insert("a");

        Change(store => store.Finish(key, RunState.Completed, 900, null, null, null));

        Assert.Equal((null, null), (Store.Find("a")!.Output, Store.Find("a")!.Failure));
    }

    [Fact]
    public void SetAttempts_Number_IsKept()
    {
        var key = Insert("a");

        Change(store => store.SetAttempts(key, 4));
        Reopen();

        Assert.Equal((4, 4), (Store.Find("a")!.Attempts, Assert.Single(Store.Live()).Attempts));
    }

    [Fact]
    public void Continue_NextGeneration_TakesNumberVersionInputAndTime()
    {
        var key = Insert("a");
        Append(key, at: 50);

        Change(store => store.Continue(key, 77, 2, 8, Payload.Of("next")));
        Change(store => store.DeleteRecords(key, []));
        Reopen();

        var row = Store.Find("a")!;
        Assert.Equal((2, 8, Payload.Of("next"), 77, true), (row.Generation, row.Version, row.Input, row.ChangedAt, row.Started));
    }

    [Fact]
    public void SetStatus_UnknownInstance_IsAFaultWithNothingKept()
    {
        Store.Begin();
        Store.Insert(New("a"));

        Assert.False(Assert.Throws<StoreException>(() => Store.SetStatus(999, null)).MayPass);

        Assert.Null(Store.Find("a"));
    }

    [Fact]
    public void SetState_FinishedOne_BelongsToFinish()
    {
        var key = Insert("a");

        Assert.Throws<ArgumentOutOfRangeException>(() => Change(store => store.SetState(key, RunState.Failed, 1, null, null)));
    }

    public sealed class OnFile() : InstanceChangeTests(inMemory: false);

    public sealed class InMemory() : InstanceChangeTests(inMemory: true);
}
