using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Which version of its code an instance runs.</summary>
public abstract class VersionsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "88")]
    public async Task Start_WithoutVersion_TakesTheHighest()
    {
        await OpenAsync(Versions());
        await StartAsync(Play, "one", None.Value);

        var ended = await EndAsync("one");

        Assert.Equal(("version 3", 3), (Output<string>(ended), ended.Version));
    }

    [Fact, Trait("Behaviour", "88")]
    public async Task Start_WithAVersion_TakesThatOne()
    {
        await OpenAsync(Versions());
        await StartAsync(Play, "one", None.Value, new() { Version = 2 });

        var ended = await EndAsync("one");

        Assert.Equal(("version 2", 2), (Output<string>(ended), ended.Version));
    }

    [Fact, Trait("Behaviour", "88")]
    public async Task Run_ChildOfAnOldVersion_TakesTheHighest()
    {
        await OpenAsync(Versions()
            .Add(Child, (context, _) => context.RunAsync(Play, $"{context.InstanceId}:child", None.Value))
            .Add(Child, (_, _) => Task.FromResult("newer parent"), version: 2));
        await StartAsync(Child, "one", "", new() { Version = 1 });

        Assert.Equal("version 3", Output<string>(await EndAsync("one")));
        Assert.Equal(3, (await EndAsync("one:child")).Version);
    }

    private static WorkflowRegistry Versions() => Registry()
        .Add(Play, (_, _) => Task.FromResult("version 2"), version: 2)
        .Add(Play, (_, _) => Task.FromResult("version 1"), version: 1)
        .Add(Play, (_, _) => Task.FromResult("version 3"), version: 3);
}
