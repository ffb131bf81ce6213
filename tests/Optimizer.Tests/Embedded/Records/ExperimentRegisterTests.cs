using Optimizer.Domain.Decisions;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class ExperimentRegisterTests : IDisposable
{
    private const string Site = "shop.example";

    private readonly RecordFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Req", "S0-054")]
    public async Task TryStartAsync_HundredThatSawTheSameRoom_ExactlyOneStarts(bool inMemory)
    {
        using var store = inMemory ? InMemory() : _folder.Open();
        var page = await store.Register.ReadAsync(Site, "onboarding", Start, default);

        var started = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Task.Run(() =>
            store.Register.TryStartAsync(Experiment($"onboarding-{number}"), page.Version, default))));

        Assert.Equal(1, started.Count(won => won));
        var after = await store.Register.ReadAsync(Site, "onboarding", Start, default);
        Assert.Equal(page.Version + 1, after.Version);
        Assert.True(Assert.Single(after.History.OfPlay).IsActive);
        Assert.Single(after.History.OfSite);
    }

    [Fact]
    [Trait("Req", "S0-054")]
    public async Task TryStartAsync_FromTwoProcessesOnOneFile_ExactlyOneStarts()
    {
        using var one = _folder.Open();
        using var other = _folder.Open();

        var started = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() =>
            (number % 2 == 0 ? one : other).Register.TryStartAsync(Experiment($"onboarding-{number}"), 0, default))));

        Assert.Equal(1, started.Count(won => won));
    }

    [Fact]
    public async Task TryStartAsync_SameIdAgain_IsOnceAlsoWithTheOldVersion()
    {
        using var store = InMemory();

        Assert.True(await store.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));
        Assert.True(await store.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));

        var page = await store.Register.ReadAsync(Site, "onboarding", Start, default);
        Assert.Equal((1, 1), (page.Version, page.History.OfPlay.Count));
    }

    [Fact]
    public async Task TryStartAsync_OtherSite_IsAnotherRegister()
    {
        using var store = InMemory();

        Assert.True(await store.Register.TryStartAsync(Experiment("onboarding-1"), 0, default));
        Assert.True(await store.Register.TryStartAsync(Experiment("pricing-1", "pricing", "blog.example"), 0, default));
        Assert.False(await store.Register.TryStartAsync(Experiment("referral-1", "referral"), 0, default));
    }

    [Theory]
    [InlineData(47, true)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    public async Task ReadAsync_EndedExperimentOfTheSite_IsThereForFortyEightHours(int hours, bool isThere)
    {
        using var store = InMemory();
        var experiment = Experiment("onboarding-1");
        await store.Register.TryStartAsync(experiment, 0, default);
        await store.Register.EndAsync(experiment with { EndedAt = Start.AddHours(1), End = DecisionKind.Halt }, default);

        var page = await store.Register.ReadAsync(Site, "pricing", Start.AddHours(hours), default);

        Assert.Equal(isThere, page.History.OfSite.Count == 1);
        Assert.Empty(page.History.OfPlay);
    }

    [Fact]
    public async Task ReadAsync_ActiveExperimentOfTheSite_IsThereHoweverOld()
    {
        using var store = InMemory();
        await store.Register.TryStartAsync(Experiment("onboarding-1"), 0, default);

        Assert.Single((await store.Register.ReadAsync(Site, "pricing", Start.AddDays(60), default)).History.OfSite);
    }

    [Fact]
    public async Task EndAsync_SaidTwice_TheFirstHolds()
    {
        using var store = _folder.Open();
        var experiment = Experiment("onboarding-1") with { Page = "/pricing" };
        await store.Register.TryStartAsync(experiment, 0, default);
        var reverted = experiment with { EndedAt = Start.AddDays(3), End = DecisionKind.Revert };

        await store.Register.EndAsync(reverted, default);
        await store.Register.EndAsync(experiment with { EndedAt = Start.AddDays(9), End = DecisionKind.AdoptProven }, default);

        Assert.Equal(reverted, Assert.Single((await store.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfPlay));
    }

    [Fact]
    public async Task EndAsync_NeverStarted_IsRefused()
    {
        using var store = InMemory();

        await Assert.ThrowsAsync<ArgumentException>(() => store.Register.EndAsync(
            Experiment("onboarding-1") with { EndedAt = Start, End = DecisionKind.Halt }, default));
    }

    [Fact]
    public async Task ReadAsync_ExperimentsOfAPlay_StandOldestFirst()
    {
        using var store = InMemory();
        await store.Register.TryStartAsync(Experiment("onboarding-2", startedAfterHours: 5), 0, default);
        await store.Register.TryStartAsync(Experiment("onboarding-1", startedAfterHours: 1), 1, default);

        Assert.Equal(["onboarding-1", "onboarding-2"], (await store.Register.ReadAsync(Site, "onboarding", Start, default)).History.OfPlay.Select(past => past.Id));
    }

    public void Dispose() => _folder.Dispose();
}
