using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;

namespace Optimizer.Tests.Loops.Scenes;

public sealed class ExtensionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-extension").FullName;

    [Fact]
    [Trait("Req", "S0-044")]
    public async Task Experiment_TooSmallToDecide_IsPutOffTwiceAndThenEnded()
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = world => Fixtures.Market(Fixtures.Drop)(world) with { Exposures = new ScriptedExposures(_ => 0, unitsPerDay: 1) },
            Folder = _folder,
        });
        await kit.RunAsync(0.01);
        var (started, plan) = Assert.Single(await kit.EventsAsync<ExperimentStarted>());
        var period = plan.ExpectedDays;
        await kit.RunAsync(period - 1);
        Assert.Empty(await kit.EventsAsync<ExperimentExtended>());

        // The reminder is durable: the process dies in each of the periods.
        await kit.RunAsync(2);
        await kit.DieAsync();
        var (at, first) = Assert.Single(await kit.EventsAsync<ExperimentExtended>());
        Assert.Equal((1, started.AddDays(2 * period)), (first.Extension, first.Until));
        Assert.NotEmpty(first.Why);
        await kit.RunAsync(period);
        await kit.DieAsync();
        var second = (await kit.EventsAsync<ExperimentExtended>())[^1];
        Assert.Equal((2, started.AddDays(3 * period)), (second.Event.Extension, second.Event.Until));
        Assert.Equal(period, (second.At - at).TotalDays);
        Assert.Empty(await kit.EventsAsync<ExperimentEnded>());

        await kit.RunAsync(period);
        Assert.Equal(2, (await kit.EventsAsync<ExperimentExtended>()).Count);
        var (over, ended) = (await kit.EventsAsync<ExperimentEnded>())[0];
        Assert.Equal(DecisionKind.Iterate, ended.End);
        Assert.Contains("given up", ended.Reasons[0], StringComparison.Ordinal);
        Assert.InRange(over, second.Event.Until, second.Event.Until.AddDays(1));
        var looks = (await kit.EventsAsync<DecisionMade>()).Where(look => look.Event.Record.Experiment == "onboarding-1").ToList();
        Assert.Equal(3 * period, looks.Count);
        Assert.All(looks, look => Assert.Equal(DecisionKind.Extend, look.Event.Record.Decision.Kind));
        Assert.Empty(AllLaws.Broken(await FactsReader.ReadAsync(kit)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
