using Optimizer.Domain.Decisions;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Starts of all plays meet in the register, and of many that saw the same room one gets it.</summary>
public abstract class ExperimentRegisterConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    private const string Site = "shop.example";

    [StoreFact]
    [Trait("Req", "S0-054")]
    public async Task TryStartAsync_HundredThatSawTheSameRoom_ExactlyOneStarts()
    {
        var page = await Stores.Register.ReadAsync(Site, "onboarding", Start, default);

        var started = await AtOnceAsync(100, number => Stores.Register.TryStartAsync(Experiment($"onboarding-{number}"), page.Version, default));

        Assert.Equal(1, started.Count(won => won));
        var after = await Stores.Register.ReadAsync(Site, "onboarding", Start, default);
        Assert.Equal(page.Version + 1, after.Version);
        Assert.True(Assert.Single(after.History.OfPlay).IsActive);
        Assert.Single(after.History.OfSite);
    }

    [StoreFact]
    [Trait("Req", "S0-054")]
    public async Task TryStartAsync_FiftyFromFiveProcesses_ExactlyOneStarts()
    {
        var others = await OthersAsync(5);

        var started = await AtOnceAsync(50, number => others[number % 5].Register.TryStartAsync(Experiment($"onboarding-{number}"), 0, default));

        Assert.Equal(1, started.Count(won => won));
        Assert.Single((await Stores.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfSite);
    }

    [StoreFact]
    public async Task TryStartAsync_SameStartFromFiveProcesses_IsOnceAndSaysYesToAll()
    {
        var others = await OthersAsync(5);

        var started = await AtOnceAsync(20, number => others[number % 5].Register.TryStartAsync(Experiment("onboarding-1"), 0, default));

        Assert.All(started, Assert.True);
        Assert.Equal(1, (await Stores.Register.ReadAsync(Site, "onboarding", Start, default)).Version);
    }

    [StoreFact]
    public async Task ReleaseAsync_StartThatDidNotComeAbout_IsAsIfItHadNeverBeen()
    {
        await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default);
        await Stores.Register.ReleaseAsync(Experiment("onboarding-1"), default);
        await Stores.Register.ReleaseAsync(Experiment("onboarding-1"), default);

        var page = await Stores.Register.ReadAsync(Site, "onboarding", Start, default);
        Assert.Equal(2, page.Version);
        Assert.Empty(page.History.OfPlay);
        Assert.Empty(page.History.OfSite);
        Assert.True(await Stores.Register.TryStartAsync(Experiment("onboarding-1", startedAfterHours: 1), page.Version, default));
    }

    [StoreFact]
    public async Task ReleaseAsync_OneThatEnded_StaysThere()
    {
        var ended = Experiment("onboarding-1") with { EndedAt = Start.AddDays(1), End = DecisionKind.Iterate };
        await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default);
        await Stores.Register.EndAsync(ended, default);
        await Stores.Register.ReleaseAsync(Experiment("onboarding-1"), default);

        Assert.Equal([ended], (await Stores.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfPlay);
    }

    [StoreFact]
    public async Task TryStartAsync_SameIdAgain_IsOnceAlsoWithTheOldVersion()
    {
        Assert.True(await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));
        Assert.True(await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));

        var page = await Stores.Register.ReadAsync(Site, "onboarding", Start, default);
        Assert.Equal((1, 1), (page.Version, page.History.OfPlay.Count));
    }

    [StoreFact]
    public async Task TryStartAsync_OtherSite_IsAnotherRegister()
    {
        Assert.True(await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));
        Assert.True(await Stores.Register.TryStartAsync(Experiment("pricing-1", "pricing", "blog.example"), 0, default));
        Assert.False(await Stores.Register.TryStartAsync(Experiment("referral-1", "referral"), 0, default));
    }

    [StoreTheory]
    [InlineData(47, true)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    public async Task ReadAsync_EndedExperimentOfTheSite_IsThereForFortyEightHours(int hours, bool isThere)
    {
        var experiment = Experiment("onboarding-1");
        await Stores.Register.TryStartAsync(experiment, 0, default);
        await Stores.Register.EndAsync(experiment with { EndedAt = Start.AddHours(1), End = DecisionKind.Halt }, default);

        var page = await Stores.Register.ReadAsync(Site, "pricing", Start.AddHours(hours), default);

        Assert.Equal(isThere, page.History.OfSite.Count == 1);
        Assert.Empty(page.History.OfPlay);
    }

    [StoreFact]
    public async Task ReadAsync_ActiveExperimentOfTheSite_IsThereHoweverOld()
    {
        await Stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default);

        Assert.Single((await Stores.Register.ReadAsync(Site, "pricing", Start.AddDays(60), default)).History.OfSite);
    }

    [StoreFact]
    public async Task EndAsync_SaidTwice_TheFirstHolds()
    {
        var experiment = Experiment("onboarding-1") with { Page = "/pricing" };
        await Stores.Register.TryStartAsync(experiment, 0, default);
        var reverted = experiment with { EndedAt = Start.AddDays(3), End = DecisionKind.Revert };

        await Stores.Register.EndAsync(reverted, default);
        await Stores.Register.EndAsync(experiment with { EndedAt = Start.AddDays(9), End = DecisionKind.AdoptProven }, default);

        Assert.Equal(reverted, Assert.Single((await Stores.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfPlay));
    }

    [StoreFact]
    public async Task EndAsync_NeverStarted_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.Register.EndAsync(
            Experiment("onboarding-1") with { EndedAt = Start, End = DecisionKind.Halt }, default));
    }

    [StoreFact]
    public async Task ReadAsync_ExperimentsOfAPlay_StandOldestFirst()
    {
        await Stores.Register.TryStartAsync(Experiment("onboarding-2", startedAfterHours: 5), 0, default);
        await Stores.Register.TryStartAsync(Experiment("onboarding-1", startedAfterHours: 1), 1, default);

        Assert.Equal(["onboarding-1", "onboarding-2"], (await Stores.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfPlay.Select(past => past.Id));
    }
}
