using Optimizer.Benchmarks.AzureScale;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Tests.Benchmarks.AzureScale;

public sealed class HistoryCountTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly Activity<int, int> Double = new("double");
    private static readonly Signal<int> News = new("news");

    [Fact]
    public async Task Count_GenerationsWithActivitiesAndWaits_CountsThoseThatAreForgottenToo()
    {
        var eternal = new Workflow<int, None>("eternal");
        var registry = new WorkflowRegistry().Add(Double, (_, value) => Task.FromResult(2 * value)).Add(eternal, async (context, left) =>
        {
            await context.CallAsync(Double, left);
            await context.WaitAsync(News, context.UtcNow.AddHours(1));
            if (left > 1)
            {
                context.ContinueAsNew(left - 1);
            }

            return None.Value;
        });
        var count = new HistoryCount();
        await using var engine = await OpenAsync(registry, count);

        await engine.StartAsync(eternal, "e", 3);
        await engine.RunUntilAsync(Start.AddMinutes(90));
        await engine.SignalAsync("e", News, 7);
        await engine.RunUntilAsync(Start.AddHours(5));

        // Three generations of three turns; the second's wait ended by the signal, the others' by time.
        var tally = count.Workflows["eternal"] with { Bytes = 0, RowsRead = 0 };
        Assert.Equal(new Tally { Starts = 1, Turns = 9, Continued = 2, Ended = 1, Activities = 3, Timers = 3, Fired = 2, Signals = 1 }, tally);
    }

    [Fact]
    public async Task Count_ActivitiesInARow_ReadsWhatEachTurnFinds()
    {
        var three = new Workflow<None, None>("three");
        var registry = new WorkflowRegistry().Add(Double, (_, value) => Task.FromResult(2 * value)).Add(three, async (context, _) =>
        {
            for (var at = 0; at < 3; at++)
            {
                await context.CallAsync(Double, at);
            }

            return None.Value;
        });
        var count = new HistoryCount();
        await using var engine = await OpenAsync(registry, count);

        await engine.StartAsync(three, "t", None.Value);
        await engine.RunUntilAsync(Start.AddMinutes(1));

        // After 4, 8 and 12 rows of the backend, and its mark of the end each time.
        Assert.Equal(5 + 9 + 13, count.Workflows["three"].RowsRead);
        Assert.Equal(17, StorageModel.HistoryRows(count.Workflows["three"]) + 1);
    }

    [Fact]
    public async Task Count_SkippedWorkflow_IsNotCounted()
    {
        var skipped = new Workflow<None, None>("skipped");
        var count = new HistoryCount("skipped");
        await using var engine = await OpenAsync(new WorkflowRegistry().Add(skipped, (_, _) => Task.FromResult(None.Value)), count);

        await engine.StartAsync(skipped, "s", None.Value);
        await engine.RunUntilAsync(Start.AddMinutes(1));

        Assert.Empty(count.Workflows);
        Assert.Empty(count.Minutes);
    }

    private static Task<EmbeddedEngine> OpenAsync(WorkflowRegistry registry, HistoryCount count) =>
        EmbeddedEngine.OpenAsync(new(), registry, new VirtualClock(Start), null, null, store => new CountingStore(store, count));
}
