using Optimizer.Benchmarks.AzureScale;

namespace Optimizer.Tests.Benchmarks.AzureScale;

/// <summary>The model gives what DurableTask.AzureStorage 2.9.1 was measured to do on Azurite.</summary>
public sealed class StorageModelTests
{
    // Rows with the one that marks the end; table requests with the search before the start, without the test's own.
    [Theory]
    [InlineData("no activity", 1, 0, 0, 0, 0, 5, 1, 0, 5)]
    [InlineData("1 activity", 2, 1, 0, 0, 0, 9, 2, 1, 8)]
    [InlineData("3 activities", 4, 3, 0, 0, 0, 17, 4, 3, 14)]
    [InlineData("6 activities", 7, 6, 0, 0, 0, 29, 7, 6, 23)]
    [InlineData("1 timer", 2, 0, 1, 1, 0, 9, 2, 0, 8)]
    [InlineData("3 timers", 4, 0, 3, 3, 0, 17, 4, 0, 14)]
    [InlineData("1 signal", 2, 0, 0, 0, 1, 8, 2, 0, 8)]
    [InlineData("3 signals", 4, 0, 0, 0, 3, 14, 4, 0, 14)]
    [InlineData("1 activity and 1 timer", 3, 1, 1, 1, 0, 13, 3, 1, 11)]
    public void Of_MeasuredWorkflow_SameRowsMessagesAndRequests(
        string what, long turns, long activities, long timers, long fired, long signals, long rows, long control, long work, double table)
    {
        var tally = new Tally { Starts = 1, Turns = turns, Ended = 1, Activities = activities, Timers = timers, Fired = fired, Signals = signals };

        var load = StorageModel.Of(tally);

        Assert.True(StorageModel.HistoryRows(tally) + 1 == rows, $"{what}: {StorageModel.HistoryRows(tally) + 1} rows");
        Assert.Equal(control, load.Control);
        Assert.Equal(work, load.Work);
        Assert.Equal(table, load.Table);
    }

    [Fact]
    public void Of_WaitsWhoseTimerIsCancelled_MessagesAreStillServedAndHistoryLookedFor()
    {
        var tally = new Tally { Starts = 1, Turns = 4, Ended = 1, Timers = 3, Fired = 0, Signals = 3 };

        var load = StorageModel.Of(tally);

        Assert.Equal(17, StorageModel.HistoryRows(tally) + 1);
        Assert.Equal(7, load.Control);
        Assert.Equal((3 * 4) + 2 + 3, load.Table);
    }

    [Fact]
    public void Episodes_GenerationsThatContinue_AreNotWokenTwice()
    {
        // Three generations of an activity and a timer: 7 batches and 7 control messages were measured.
        var tally = new Tally { Starts = 1, Turns = 9, Continued = 2, Ended = 1, Activities = 3, Timers = 3, Fired = 3 };

        Assert.Equal(7, StorageModel.Episodes(tally));
        Assert.Equal(7, StorageModel.ControlMessages(tally));
    }

    [Fact]
    public void Sum_OfTallies_GivesTheSumOfTheirLoads()
    {
        var one = new Tally(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        var other = new Tally(20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 1, 0);

        Assert.Equal(StorageModel.Of(one) + StorageModel.Of(other), StorageModel.Of(one + other));
        Assert.Equal(one, one + other - other);
    }
}
