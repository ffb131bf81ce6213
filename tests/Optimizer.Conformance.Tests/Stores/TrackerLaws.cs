using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every tracker of tasks must do.</summary>
public abstract class TrackerLaws
{
    [StoreFact]
    [Trait("Req", "S2-044")]
    public async Task Open_SameFingerprint_IsOneTask()
    {
        var tracker = Open();
        var first = await tracker.OpenAsync("f", "Fix tracking", "", "k1", default);
        var second = await tracker.OpenAsync("f", "Fix tracking again", "", "k2", default);
        var other = await tracker.OpenAsync("g", "Other", "", "k3", default);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(["Fix tracking", "Other"], await TitlesAsync(tracker));
    }

    protected abstract IIssueTracker Open();

    protected abstract Task<IReadOnlyList<string>> TitlesAsync(IIssueTracker tracker);
}
