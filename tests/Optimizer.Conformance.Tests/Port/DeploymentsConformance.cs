using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>What happens to instances under way when the code changes. For hosts that can deploy.</summary>
public abstract class DeploymentsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    /// <summary>Whether a wait that the code asks for in place of a recorded step is named, too; waits are not steps of every history.</summary>
    protected virtual bool NamesWaits => true;

    [Theory, Trait("Behaviour", "86")]
    [InlineData("renamed", "first-step", "other-step")]
    [InlineData("reordered", "first-step", "second-step")]
    [InlineData("removed", "first-step", "second-step")]
    [InlineData("added", "first-step", "other-step")]
    [InlineData("other kind", "first-step", "go")]
    public async Task Deploy_ChangedSteps_StopsTheInstanceAndNamesBothSides(string change, string recorded, string asked)
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        await Host.DeployAsync(Changes.Code(change));
        await SignalAsync("one", Go, "now");

        var stopped = await UntilAsync("one", status => status.State is RunState.Parked or RunState.Failed or RunState.Completed);
        Assert.True(stopped.State is RunState.Parked or RunState.Failed, $"it went on to {stopped.Output}");
        Assert.Contains(recorded, stopped.Failure!.Message, StringComparison.Ordinal);
        if (NamesWaits || change != "other kind")
        {
            Assert.Contains(asked, stopped.Failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Behaviour", "86")]
    public async Task Deploy_StepsAppended_AreFoundByInstancesUnderWay()
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        await Host.DeployAsync(Changes.Code("appended"));
        await SignalAsync("one", Go, "now");

        Assert.Equal("now appended", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "87")]
    public async Task Deploy_NewVersionBesideTheOld_LeavesInstancesOnTheirs()
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "old", None.Value);
        await UntilStatusAsync("old", "waiting");

        await Host.DeployAsync(Changes.Code("as it was").Add(Play, (_, _) => Task.FromResult("version 2"), version: 2));
        await StartAsync(Play, "new", None.Value);
        await SignalAsync("old", Go, "now");

        Assert.Equal("version 2", Output<string>(await EndAsync("new")));
        var ended = await EndAsync("old");
        Assert.Equal(("now", 1), (Output<string>(ended), ended.Version));
    }

    [Fact, Trait("Behaviour", "46")]
    public async Task Deploy_NewVersionBesideTheOld_IsTakenAtTheNextGeneration()
    {
        await OpenAsync(Registry().Add(Count, GenerationAsync));
        await StartAsync(Count, "one", 0);
        await UntilStatusAsync("one", "waiting");

        await Host.DeployAsync(Registry().Add(Count, GenerationAsync).Add(Count, (_, number) => Task.FromResult(100 + number), version: 2));
        await SignalAsync("one", Go, "");

        var ended = await EndAsync("one");
        Assert.Equal((101, 2), (Output<int>(ended), ended.Version));

        static async Task<int> GenerationAsync(IWorkflowContext context, int number)
        {
            context.SetStatus("waiting");
            await context.WaitAsync(Go);
            context.ContinueAsNew(number + 1);
            return 0;
        }
    }
}
