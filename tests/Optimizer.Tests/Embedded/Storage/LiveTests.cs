using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Storage;

public abstract class LiveTests(bool inMemory) : StoreFixture(inMemory)
{
    [Fact]
    public void Live_States_AreThoseNotFinished()
    {
        var keys = new[] { "a", "b", "c", "d" }.Select(id => Insert(id, id == "b" ? "Other" : "Play")).ToList();
        Change(store => store.SetState(keys[1], RunState.Suspended, 1, null, null));
        Change(store => store.SetState(keys[2], RunState.Parked, 1, null, Broken));
        Change(store => store.Finish(keys[0], RunState.Failed, 1, null, Broken, null));

        Reopen();

        var live = Store.Live();
        Assert.Equal([(keys[1], RunState.Suspended), (keys[2], RunState.Parked), (keys[3], RunState.Running)], live.Select(row => (row.Key, row.State)));
        Assert.Same(live[1].Workflow, live[2].Workflow);
        Assert.Equal(("b", "Other", 3, 1, 100L, "00-trace"), (live[0].Id, live[0].Workflow, live[0].Version, live[0].Generation, live[0].LastAt, live[0].Trace));
    }

    [Theory]
    [InlineData(nameof(RecordKind.Turn), false, false)]
    [InlineData(nameof(RecordKind.Turn), true, true)]
    [InlineData(nameof(RecordKind.Message), false, true)]
    [InlineData(nameof(RecordKind.Begun), false, true)]
    public void Live_Busy_IsWhatTheLastRecordSays(string kind, bool busy, bool expected)
    {
        var key = Insert("a");
        Append(key, kind: RecordKind.Turn, busy: !busy);
        Append(key, kind: Enum.Parse<RecordKind>(kind), busy: busy, at: 700);

        Assert.Equal((expected, 700), (Assert.Single(Store.Live()).Busy, Assert.Single(Store.Live()).LastAt));
    }

    [Fact]
    public void Live_WithoutRecord_IsBusyUnlessItsStartIsScheduled()
    {
        var (_, later, other) = (Insert("now"), Insert("later", parent: new ParentLink(1, 1, 4)), Insert("other"));
        Change(store => store.AddTimer(new(later, -1, 5)));
        Change(store => store.AddTimer(new(other, 0, 5)));

        Assert.Equal([true, false, true], Store.Live().Select(row => row.Busy));
        Assert.Equal(new ParentLink(1, 1, 4), Store.Live()[1].Parent);
    }

    public sealed class OnFile() : LiveTests(inMemory: false);

    public sealed class InMemory() : LiveTests(inMemory: true);
}
