using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows;

public class WorkflowRegistryTests
{
    private static readonly Workflow<int, int> Double = new("double");
    private static readonly Activity<int, int> Add = new("add");

    [Fact]
    public void Newest_SeveralVersions_IsTheHighest()
    {
        var registry = new WorkflowRegistry().Add(Double, Twice, version: 3).Add(Double, Twice).Add(Double, Twice, version: 2);

        Assert.Equal(3, registry.Newest("double")!.Version);
        Assert.Equal(2, registry.Find("double", 2)!.Version);
        Assert.Null(registry.Find("double", 4));
        Assert.Equal([1, 2, 3], registry.Workflows.Select(code => code.Version));
    }

    [Fact]
    public void Find_Names_IgnoreCase()
    {
        var registry = new WorkflowRegistry().Add(Double, Twice).Add(Add, Plus);

        Assert.NotNull(registry.Newest("DOUBLE"));
        Assert.NotNull(registry.Find("Add"));
        Assert.Null(registry.Find("subtract"));
    }

    [Fact]
    public void Add_TakenName_IsRefused()
    {
        var registry = new WorkflowRegistry().Add(Double, Twice).Add(Add, Plus);

        Assert.Contains("already registered in version 1", Assert.Throws<ArgumentException>(() => registry.Add(Double, Twice)).Message, StringComparison.Ordinal);
        Assert.Contains("already registered", Assert.Throws<ArgumentException>(() => registry.Add(Add, Plus)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => registry.Add(Double, Twice, version: 0));
    }

    [Fact]
    public async Task RunAsync_Activity_GoesFromJsonToJson()
    {
        var code = new WorkflowRegistry().Add(Add, Plus).Find("add")!;
        var context = new ActivityContext("i", "k", 1, NoServices.Instance, CancellationToken.None);

        Assert.Equal("3", (await code.RunAsync(context, Payload.Of(2))).ToString());
        await Assert.ThrowsAsync<UnreadablePayloadException>(() => code.RunAsync(context, Payload.Of("two")));
    }

    private static Task<int> Twice(IWorkflowContext context, int number) => Task.FromResult(2 * number);

    private static Task<int> Plus(ActivityContext context, int number) => Task.FromResult(number + 1);
}
