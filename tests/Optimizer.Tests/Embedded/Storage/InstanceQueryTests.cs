using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Storage;

public abstract class InstanceQueryTests(bool inMemory) : StoreFixture(inMemory)
{
    [Fact]
    public void List_Pages_GoByKeyAboveAfter()
    {
        var keys = Enumerable.Range(0, 5).Select(i => Insert($"{9 - i}")).ToList();

        Assert.Equal(keys[..2], Keys(new(), 0, 2));
        Assert.Equal(keys[2..4], Keys(new(), keys[1], 2));
        Assert.Equal(keys[4..], Keys(new(), keys[3], 2));
        Assert.Empty(Keys(new(), keys[4], 2));
    }

    [Fact]
    public void List_States_PendingIsRunningThatTookNoStep()
    {
        var pending = Insert("pending");
        var (running, suspended, failed) = (Insert("running"), Insert("suspended"), Insert("failed"));
        Append(running);
        Change(store => store.SetState(suspended, RunState.Suspended, 1, null, null));
        Change(store => store.Finish(failed, RunState.Failed, 1, null, Broken, null));

        Assert.Equal([pending], States(RunState.Pending));
        Assert.Equal([running], States(RunState.Running));
        Assert.Equal([pending, running], States(RunState.Running, RunState.Pending));
        Assert.Equal([suspended, failed], States(RunState.Failed, RunState.Suspended, RunState.Parked));
        Assert.Empty(States(RunState.Completed, RunState.Terminated));
        Assert.Empty(States());
        Assert.Equal(4, Keys(new()).Count);
    }

    [Fact]
    public void List_Prefix_TakesEveryCharacterAsItIs()
    {
        string[] ids = ["a_b", "aXb", "a%b", "a*", "A_b", "a", "é1", "é", "😀x", "a_b/c"];
        var keys = ids.ToDictionary(id => id, id => Insert(id), StringComparer.Ordinal);

        foreach (var prefix in ids.Concat(["", "a_", "a%", "a_b/", "😀", "?", "a*x"]))
        {
            Assert.Equal(
                ids.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Select(id => keys[id]), Keys(new() { IdPrefix = prefix }));
        }
    }

    [Fact]
    public void List_Workflow_ComparesWhole()
    {
        var (play, _) = (Insert("a", "Play"), Insert("b", "play"));

        Assert.Equal([play], Keys(new() { Workflow = "Play" }));
    }

    [Fact]
    public void List_Created_IsHalfOpen()
    {
        var keys = new[] { 10L, 20, 30 }.Select(at => Insert($"{at}", at: at)).ToList();

        Assert.Equal(keys[1..], Keys(new() { CreatedFrom = Time(20) }));
        Assert.Equal(keys[..1], Keys(new() { CreatedBefore = Time(20) }));
        Assert.Equal(keys[1..2], Keys(new() { CreatedFrom = Time(20), CreatedBefore = Time(30) }));
    }

    [Fact]
    public void List_FinishedBefore_FindsOnlyFinishedOnes()
    {
        var (early, late, _) = (Insert("early"), Insert("late"), Insert("live"));
        Change(store => store.Finish(early, RunState.Completed, 500, null, null, null));
        Change(store => store.Finish(late, RunState.Terminated, 600, null, null, null));

        Assert.Equal([early], Keys(new() { FinishedBefore = Time(600) }));
        Assert.Equal([early, late], Keys(new() { FinishedBefore = Time(601) }));
    }

    [Fact]
    public void List_Tags_AllMustBeCarriedExactly()
    {
        var both = Insert("both", tags: Tags(("team", "growth"), ("city", "Brno")));
        var one = Insert("one", tags: Tags(("team", "growth")));
        Insert("other", tags: Tags(("team", "growth2"), ("xteam", "growth"), ("growth", "team")));
        Insert("none");

        Assert.Equal([both, one], Keys(new() { Tags = Tags(("team", "growth")) }));
        Assert.Equal([both], Keys(new() { Tags = Tags(("city", "Brno"), ("team", "growth")) }));
        Assert.Empty(Keys(new() { Tags = Tags(("city", "brno")) }));
        Assert.Equal(4, Keys(new() { Tags = Tags() }).Count);
    }

    [Theory]
    [InlineData("a\"b", "c\\d")]
    [InlineData("new\nline", "\"x\":\"y\"\n")]
    [InlineData("nul\0in", "after\0it")]
    [InlineData("", "")]
    [InlineData("ключ😀", "مرحبا\u202e")]
    [InlineData("],[", ",\"")]
    public void List_StrangeTags_AreFoundAndComeBack(string name, string value)
    {
        var key = Insert("a", tags: Tags(("x", "y"), (name, value), ("y", "x")));
        Insert("b", tags: Tags(("x", "y"), ("z", name + value)));
        Reopen();

        var found = Assert.Single(Store.List(new() { Tags = Tags((name, value)) }, 0, 10));

        Assert.Equal(key, found.Key);
        Assert.Equal(value, found.Tags[name]);
        Assert.Equal(3, found.Tags.Count);
    }

    [Fact]
    public void List_AllFiltersAtOnce_FindWhatMeetsAll()
    {
        var key = Insert("run-1", "Play", 50, Tags(("a", "b"), ("c", "d")));
        Insert("run-2", "Play", 50, Tags(("a", "b")));
        Change(store => store.Finish(key, RunState.Completed, 80, null, null, null));

        Assert.Equal([key], Keys(new()
        {
            States = [RunState.Completed],
            IdPrefix = "run-",
            Workflow = "Play",
            CreatedFrom = Time(50),
            CreatedBefore = Time(51),
            FinishedBefore = Time(81),
            Tags = Tags(("c", "d"), ("a", "b")),
        }));
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static Dictionary<string, string> Tags(params (string Name, string Value)[] tags) => tags.ToDictionary(tag => tag.Name, tag => tag.Value);

    private List<long> States(params RunState[] states) => Keys(new() { States = states });

    private List<long> Keys(InstanceQuery query, long after = 0, int limit = 100) => [.. Store.List(query, after, limit).Select(row => row.Key)];

    public sealed class OnFile() : InstanceQueryTests(inMemory: false);

    public sealed class InMemory() : InstanceQueryTests(inMemory: true);
}
