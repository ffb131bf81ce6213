using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Lists of instances, and deleting them.</summary>
public abstract class ListsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "66")]
    public async Task Purge_ById_DeletesFinishedOnlyAndCanBeRepeated()
    {
        await OpenAsync(Families());
        await StartAsync(Count, "done", 1);
        await StartAsync(Play, "open", None.Value);
        await EndAsync("done");

        Assert.Equal(ControlAnswer.NotFinished, await Client.PurgeAsync("open"));
        Assert.Equal(ControlAnswer.Done, await Client.PurgeAsync("done"));
        Assert.Equal(ControlAnswer.NotFound, await Client.PurgeAsync("done"));

        Assert.Null(await Client.StatusAsync("done"));
        Assert.NotNull(await Client.StatusAsync("open"));
        await StartAsync(Count, "done", 5);
        Assert.Equal(6, Output<int>(await EndAsync("done")));
    }

    [Fact, Trait("Behaviour", "66")]
    public async Task Purge_Parent_TakesItsFinishedDescendants()
    {
        await OpenAsync(Families());
        await StartAsync(Child, "one", "");
        await EndAsync("one");
        Assert.NotNull(await Client.StatusAsync("one:child"));

        Assert.Equal(ControlAnswer.Done, await Client.PurgeAsync("one"));

        Assert.Null(await Client.StatusAsync("one"));
        Assert.Null(await Client.StatusAsync("one:child"));
    }

    [Fact, Trait("Behaviour", "66")]
    public async Task Purge_ByQuery_DeletesMoreThanAThousandAndNoneThatRuns()
    {
        const int Many = 1100;
        await OpenAsync(Families());
        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => StartAsync(Count, $"done-{number}", number)));
        await StartAsync(Play, "done-not", None.Value);
        await StartAsync(Count, "other", 1);
        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => EndAsync($"done-{number}")));
        await EndAsync("other");

        Assert.Equal(Many, await Client.PurgeAsync(new InstanceQuery { IdPrefix = "done-", PageSize = 10 }));
        Assert.Equal(0, await Client.PurgeAsync(new InstanceQuery { IdPrefix = "done-" }));

        Assert.Equal(["done-not", "other"], (await Client.ListAsync(new())).Instances.Select(status => status.InstanceId).Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Behaviour", "68")]
    public async Task List_Filters_FindWhatTheySay()
    {
        await OpenAsync(Families());
        var before = Host.UtcNow;
        await StartAsync(Count, "a-1", 1, new() { Tags = new Dictionary<string, string> { ["team"] = "growth", ["kind"] = "x" } });
        await EndAsync("a-1");
        await Host.PassTimeAsync(Short / 5);
        var between = Host.UtcNow;
        await Host.PassTimeAsync(Short / 5);
        await StartAsync(Play, "a-2", None.Value, new() { Tags = new Dictionary<string, string> { ["team"] = "growth", ["kind"] = "y" } });
        await StartAsync(Play, "A-3", None.Value);
        await StartAsync(Play, "b-4", None.Value, new() { At = Host.UtcNow + TimeSpan.FromHours(1) });
        await UntilAsync("a-2", status => status.State == RunState.Running);
        await UntilAsync("A-3", status => status.State == RunState.Running);

        Assert.Equal("a-1 a-2 A-3 b-4", await IdsAsync(new()));
        Assert.Equal("a-1", await IdsAsync(new() { States = [RunState.Completed, RunState.Failed] }));
        Assert.Equal("a-2 A-3", await IdsAsync(new() { States = [RunState.Running] }));
        Assert.Equal("b-4", await IdsAsync(new() { States = [RunState.Pending] }));
        Assert.Equal("a-1 a-2", await IdsAsync(new() { IdPrefix = "a-" }));
        Assert.Equal("a-2 A-3 b-4", await IdsAsync(new() { Workflow = "play" }));
        Assert.Equal("a-1", await IdsAsync(new() { CreatedFrom = before, CreatedBefore = between }));
        Assert.Equal("a-2 A-3 b-4", await IdsAsync(new() { CreatedFrom = between }));
        Assert.Equal("a-1", await IdsAsync(new() { FinishedBefore = between }));
        Assert.Equal("", await IdsAsync(new() { FinishedBefore = before }));
        Assert.Equal("a-1 a-2", await IdsAsync(new() { Tags = new Dictionary<string, string> { ["team"] = "growth" } }));
        Assert.Equal("a-2", await IdsAsync(new() { Tags = new Dictionary<string, string> { ["team"] = "growth", ["kind"] = "y" } }));
        Assert.Equal("", await IdsAsync(new() { Tags = new Dictionary<string, string> { ["team"] = "Growth" } }));
        Assert.Equal("a-2", await IdsAsync(new() { IdPrefix = "a-", Workflow = "play", States = [RunState.Running] }));
    }

    [Fact, Trait("Behaviour", "68")]
    public async Task List_PagesWhileInstancesComeAndGo_ShowEveryOldOneOnce()
    {
        await OpenAsync(Families());
        for (var i = 0; i < 25; i++)
        {
            await StartAsync(Play, $"old-{i}", None.Value);
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await Client.ListAsync(new() { PageSize = 4, After = after });
            Assert.InRange(page.Instances.Count, 1, 4);
            seen.AddRange(page.Instances.Select(status => status.InstanceId));
            after = page.Next;
            if (seen.Count <= 12)
            {
                await StartAsync(Play, $"new-{seen.Count}", None.Value);
                await Client.TerminateAsync(seen[^1], "gone");
                await EndAsync(seen[^1]);
                await Client.PurgeAsync(seen[^1]);
            }
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"old-{number}"), seen.Where(id => id.StartsWith("old", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact, Trait("Behaviour", "68")]
    public async Task List_LastPageExactlyFull_SaysThatItIsTheLast()
    {
        await OpenAsync(Families());
        for (var i = 0; i < 4; i++)
        {
            await StartAsync(Play, $"one-{i}", None.Value);
        }

        var first = await Client.ListAsync(new() { PageSize = 2 });
        var second = await Client.ListAsync(new() { PageSize = 2, After = first.Next });
        var third = second.Next is null ? [] : (await Client.ListAsync(new() { PageSize = 2, After = second.Next })).Instances;

        Assert.Equal(["one-0", "one-1"], first.Instances.Select(status => status.InstanceId));
        Assert.Equal(["one-2", "one-3"], second.Instances.Select(status => status.InstanceId));
        Assert.Empty(third);
    }

    private async Task<string> IdsAsync(InstanceQuery query) =>
        string.Join(' ', (await Client.ListAsync(query)).Instances.Select(status => status.InstanceId));

    private static WorkflowRegistry Families() => Registry()
        .Add(Count, (_, number) => Task.FromResult(number + 1))
        .Add(Play, async (context, _) =>
        {
            context.SetStatus("waiting");
            return (await context.WaitAsync(Go))!.Payload;
        })
        .Add(Child, async (context, _) => $"{await context.RunAsync(Count, $"{context.InstanceId}:child", 1)}");
}
