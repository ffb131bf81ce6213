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
}
