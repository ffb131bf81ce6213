using Optimizer.Embedded.Records;
using Optimizer.Tests.Workflows.Ports;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteTrackerTests : TrackerLaws, IDisposable
{
    private readonly RecordStore _store = InMemory();

    [Fact]
    public async Task Close_TwiceByTwo_TheFirstHolds()
    {
        var id = await _store.Issues.OpenAsync("f", "Fix tracking", "events are missing", "k1", default);

        await _store.Tasks.CloseAsync(id, "ana", Start, default);
        var closed = await _store.Tasks.CloseAsync(id, "bo", Start.AddDays(1), default);

        Assert.Equal(new PlayTask(id, "f", "Fix tracking", "events are missing") { ClosedAt = Start, ClosedBy = "ana" }, closed);
        Assert.Empty(await _store.Tasks.ListAsync(alsoClosed: false, default));
        Assert.Equal([closed!], await _store.Tasks.ListAsync(alsoClosed: true, default));
    }

    [Fact]
    public async Task Open_FoundAgainAfterItWasClosed_OpensItAgain()
    {
        var id = await _store.Issues.OpenAsync("f", "Fix tracking", "", "k1", default);
        await _store.Tasks.CloseAsync(id, "ana", Start, default);

        await _store.Issues.OpenAsync("f", "Fix tracking", "", "k1", default);
        Assert.Empty(await _store.Tasks.ListAsync(alsoClosed: false, default));

        Assert.Equal(id, await _store.Issues.OpenAsync("f", "Fix tracking again", "", "k2", default));
        Assert.Equal([new PlayTask(id, "f", "Fix tracking again", "")], await _store.Tasks.ListAsync(alsoClosed: false, default));
    }

    [Theory]
    [InlineData("task-2")]
    [InlineData("task--1")]
    [InlineData("task-99999999999999999999")]
    [InlineData("1")]
    [InlineData("")]
    public async Task Close_UnknownTask_IsNull(string id)
    {
        await _store.Issues.OpenAsync("f", "Fix tracking", "", "k1", default);

        Assert.Null(await _store.Tasks.CloseAsync(id, "ana", Start, default));
    }

    public void Dispose() => _store.Dispose();

    protected override IIssueTracker Open() => _store.Issues;

    protected override async Task<IReadOnlyList<string>> TitlesAsync(IIssueTracker tracker) =>
        [.. (await _store.Tasks.ListAsync(alsoClosed: true, default)).Select(task => task.Title)];
}
