using Optimizer.Embedded.Inspection;
using Optimizer.Tests.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Inspection;

public class AwaitedStepsTests
{
    private static readonly Failure Broken = new("E", "broken");

    [Fact]
    public void Of_StepsWithoutAnEnd_AreThoseThatAreAwaited()
    {
        var told = new MadeUp().Began(new { }).Turn().Call("a", 1).Call("b", 1, attempt: 2).Run("W", "w-1", 1).Sleep(60).Wait("s", 90).Turn(5).Answer(0, 1);

        Assert.Equal(
            [
                new(AwaitedKind.Activity, 1, MadeUp.Start) { Name = "b", Attempt = 2 },
                new(AwaitedKind.Child, 2, MadeUp.Start) { Name = "W", ChildId = "w-1", Attempt = 1 },
                new(AwaitedKind.Time, 3, MadeUp.Start) { Due = MadeUp.Start.AddSeconds(60) },
                new AwaitedStep(AwaitedKind.Signal, 4, MadeUp.Start) { Name = "s", Due = MadeUp.Start.AddSeconds(90) },
            ],
            AwaitedSteps.Of(told.History()));
    }

    [Fact]
    public void Of_EveryKindOfEnd_EndsItsStep() => Assert.Empty(AwaitedSteps.Of(
        new MadeUp().Turn().Call("a", 1).Call("b", 1).Run("W", "w-1", 1).Run("W", "w-2", 1).Sleep(1).Wait("s", 1).Wait("t")
            .Turn().Answer(0, 1).Fail(1, Broken).ChildAnswer(2, 1).ChildFail(3, Broken).Fired(4).Fired(5).Signalled("T", 1).History()));

    [Fact]
    public void Of_SeveralWaitsOfOneName_TheNewestTakesTheSignal()
    {
        var told = new MadeUp().Turn().Wait("s").Wait("other").Wait("s").Turn().Signalled("S", 1);

        Assert.Equal([0, 1], AwaitedSteps.Of(told.History()).Select(step => step.Step));
    }

    [Fact]
    public void Of_SignalThatNobodyWaitsFor_EndsNothing() =>
        Assert.Single(AwaitedSteps.Of(new MadeUp().Turn().Wait("s").Turn().Signalled("other", 1).History()));

    [Fact]
    public void Of_TimeSetAsAnActivityFailed_NamesIt()
    {
        var told = new MadeUp().Turn().Call("charge", 1, attempt: 2).Turn().Fail(0, Broken).Sleep(10);

        var step = Assert.Single(AwaitedSteps.Of(told.History()));
        Assert.Equal((AwaitedKind.Time, "charge", 2), (step.Kind, step.Name, step.Attempt));
    }

    [Fact]
    public void Of_TimeSetInALaterTurn_NamesNothing() =>
        Assert.Null(Assert.Single(AwaitedSteps.Of(new MadeUp().Turn().Call("charge", 1).Turn().Fail(0, Broken).Turn().Sleep(10).History())).Name);

    [Fact]
    public void Of_ActivityThatWasBegun_SaysSo() =>
        Assert.True(Assert.Single(AwaitedSteps.Of(new MadeUp().Turn().Call("charge", 1).Begun(0, 1).History())).IsBegun);

    [Theory]
    [InlineData(RunState.Completed)]
    [InlineData(RunState.Terminated)]
    public void Of_Finished_AwaitsNothing(RunState state) =>
        Assert.Empty(AwaitedSteps.Of(new MadeUp().Turn().Call("a", 1).History(MadeUp.Status(state: state))));

    [Fact]
    public void Of_ContinuedAsNew_LeavesNothingOpen() =>
        Assert.Empty(AwaitedSteps.Of(new MadeUp().Turn().Call("a", 1).Ended(HistoryKind.ContinuedAsNew, 1).History()));
}
