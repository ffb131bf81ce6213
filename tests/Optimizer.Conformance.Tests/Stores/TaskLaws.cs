using Optimizer.Workflows.Ports;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every tracker that keeps its tasks itself must do.</summary>
public abstract class TaskLaws : TrackerLaws
{
    /// <summary>Tasks of the tracker that is open.</summary>
    protected abstract IPlayTasks Tasks { get; }

    [StoreFact]
    public async Task Close_TwiceByTwo_TheFirstHolds()
    {
        var tracker = Open();
        var id = await tracker.OpenAsync("f", "Fix tracking", "events are missing", "k1", default);

        await Tasks.CloseAsync(id, "ana", Start, default);
        var closed = await Tasks.CloseAsync(id, "bo", Start.AddDays(1), default);

        Assert.Equal(new PlayTask(id, "f", "Fix tracking", "events are missing") { ClosedAt = Start, ClosedBy = "ana" }, closed);
        Assert.Empty(await Tasks.ListAsync(alsoClosed: false, default));
        Assert.Equal([closed!], await Tasks.ListAsync(alsoClosed: true, default));
    }

    [StoreFact]
    public async Task Open_FoundAgainAfterItWasClosed_OpensItAgain()
    {
        var tracker = Open();
        var id = await tracker.OpenAsync("f", "Fix tracking", "", "k1", default);
        await Tasks.CloseAsync(id, "ana", Start, default);

        await tracker.OpenAsync("f", "Fix tracking", "", "k1", default);
        Assert.Empty(await Tasks.ListAsync(alsoClosed: false, default));

        Assert.Equal(id, await tracker.OpenAsync("f", "Fix tracking again", "", "k2", default));
        Assert.Equal([new PlayTask(id, "f", "Fix tracking again", "")], await Tasks.ListAsync(alsoClosed: false, default));
    }

    [StoreTheory]
    [InlineData("task-2")]
    [InlineData("task--1")]
    [InlineData("task-99999999999999999999")]
    [InlineData("1")]
    [InlineData("")]
    public async Task Close_UnknownTask_IsNull(string id)
    {
        await Open().OpenAsync("f", "Fix tracking", "", "k1", default);

        Assert.Null(await Tasks.CloseAsync(id, "ana", Start, default));
    }

    [StoreFact]
    public async Task Open_ManyAtOnce_GivesEachFingerprintOneTask()
    {
        var tracker = Open();
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => tracker.OpenAsync($"f{number % 5}", "t", "", $"k{number}", default))));

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids.Distinct().Order(), (await Tasks.ListAsync(alsoClosed: true, default)).Select(task => task.Id).Order());
    }

    protected override async Task<IReadOnlyList<string>> TitlesAsync(IIssueTracker tracker) =>
        [.. (await Tasks.ListAsync(alsoClosed: true, default)).Select(task => task.Title)];
}
