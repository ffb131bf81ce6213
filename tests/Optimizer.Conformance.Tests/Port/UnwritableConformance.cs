using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Values that cannot be written as JSON fail where they are given, and nothing beside.</summary>
public abstract class UnwritableConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "54")]
    public async Task Call_OutputThatCannotBeWritten_FailsThatCall()
    {
        var ring = new Activity<None, Ring>("ring");
        var ended = await RunAsync(
            Registry()
                .Add(ring, (_, _) => Task.FromResult(Ring.Closed()))
                .Add(Play, async (context, _) => (await Assert.ThrowsAsync<StepFailedException>(() => context.CallAsync(ring, None.Value))).Failure.Type),
            Play,
            None.Value);

        Assert.Equal(FailureTypes.Unreadable, Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Workflow_OutputThatCannotBeWritten_FailsTheInstance()
    {
        var ring = new Workflow<None, Ring>("ring");

        var ended = await RunAsync(Registry().Add(ring, (_, _) => Task.FromResult(Ring.Closed())), ring, None.Value);

        Assert.Equal((RunState.Failed, FailureTypes.Unreadable), (ended.State, ended.Failure!.Type));
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Call_InputThatCannotBeWritten_FailsTheInstanceThatDoesNotCatchIt()
    {
        var take = new Activity<Ring, None>("take");

        var ended = await RunAsync(
            Registry().Add(take, (_, _) => Task.FromResult(None.Value)).Add(Play, async (context, _) =>
            {
                await context.CallAsync(AddOne, 1);
                await context.CallAsync(take, Ring.Closed());
                return "never";
            }),
            Play,
            None.Value);

        Assert.Equal(RunState.Failed, ended.State);
        Assert.NotNull(ended.Failure);
    }

    private sealed class Ring
    {
        public Ring? Next { get; private set; }

        public static Ring Closed()
        {
            var ring = new Ring();
            ring.Next = ring;
            return ring;
        }
    }
}
