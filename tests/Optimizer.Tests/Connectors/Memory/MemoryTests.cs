using Optimizer.Connectors.Memory;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryTests
{
    [Fact]
    public async Task Notify_SameKeyTwice_TellsOnce()
    {
        var notifier = new MemoryNotifier(2);
        foreach (var key in new[] { "a", "a", "b", "c" })
        {
            await notifier.NotifyAsync(new("p", "info", key, "", ""), key, default);
        }

        Assert.Equal(["b", "c"], notifier.Notices.Select(notice => notice.Subject));
    }

    [Fact]
    public async Task Note_SameKeyTwice_IsTakenOnce()
    {
        var record = new MemoryCampaignRecord();
        await record.NoteAsync("p", "one", "text", "k", default);
        await record.NoteAsync("p", "one", "text", "k", default);

        Assert.Equal([new CampaignNote("p", "one", "text")], record.Notes);
    }

    [Fact]
    [Trait("Req", "S2-044")]
    public async Task Open_SameFingerprint_IsOneTask()
    {
        var tracker = new MemoryIssueTracker();
        var first = await tracker.OpenAsync("f", "Fix tracking", "", "k1", default);
        var second = await tracker.OpenAsync("f", "Fix tracking again", "", "k2", default);
        var other = await tracker.OpenAsync("g", "Other", "", "k3", default);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(["Fix tracking", "Other"], tracker.Issues.Select(issue => issue.Title));
    }
}
