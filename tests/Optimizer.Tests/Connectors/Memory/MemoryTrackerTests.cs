using Optimizer.Conformance.Tests.Stores;
using Optimizer.Connectors.Memory;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryTrackerTests : TrackerLaws
{
    protected override IIssueTracker Open() => new MemoryIssueTracker();

    protected override Task<IReadOnlyList<string>> TitlesAsync(IIssueTracker tracker) =>
        Task.FromResult<IReadOnlyList<string>>([.. ((MemoryIssueTracker)tracker).Issues.Select(issue => issue.Title)]);
}
