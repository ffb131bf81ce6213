namespace Optimizer.Benchmarks.AzureScale;

/// <summary>
/// What the Azure Storage backend of Durable Task makes of a history. The rules are those of its source; the numbers are measured on Azurite with
/// DurableTask.AzureStorage 2.9.1, and the tests hold the model to what was measured.
/// </summary>
internal static class StorageModel
{
    /// <summary>Of UTF-8. A table's property of 60 KB of UTF-16 holds half as many characters; what is larger goes into a blob.</summary>
    public const int LargeBytes = 30 * 1024;

    /// <summary>Blob requests of one large payload: 13 writes and a read, measured with 80,000 characters of chance.</summary>
    public const int RequestsPerLarge = 14;

    /// <summary>Of a message: put, fetch, delete. One fetch may bring 32, when so many wait.</summary>
    public const int RequestsPerMessage = 3;

    /// <summary>Of an episode: the history is read, its new rows are written in a batch, the instance's row is merged.</summary>
    public const int RequestsPerEpisode = 3;

    /// <summary>Of a start: whether there is such an instance, and its row.</summary>
    public const int RequestsPerStart = 2;

    /// <summary>Of a timer that was cancelled: its message still comes when it is due, and its history is looked for.</summary>
    public const int RequestsPerCancelled = 1;

    /// <summary>
    /// Times that a workflow is woken. A turn that continues as new goes straight on in the next generation: both are one episode.
    /// </summary>
    public static long Episodes(Tally tally) => tally.Turns - tally.Continued;

    /// <summary>Starts, answers of activities and children, timers, signals.</summary>
    public static long ControlMessages(Tally tally) => tally.Starts + tally.Activities + tally.Timers + tally.Signals + tally.Children;

    public static long WorkItems(Tally tally) => tally.Activities;

    /// <summary>Rows of history that one turn leaves: its beginning and end, what it was told, what it asked for.</summary>
    public static long Rows(int told, Tally turn) => 2 + told + turn.Activities + turn.Timers + turn.Children;

    /// <summary>Rows of history written, without the one that marks its end.</summary>
    public static long HistoryRows(Tally tally) =>
        (2 * Episodes(tally)) + tally.Starts + tally.Continued + (2 * tally.Activities) + (2 * tally.Children) + tally.Timers + tally.Fired + tally.Signals + tally.Ended;

    public static Load Of(Tally tally)
    {
        var (episodes, control, work) = (Episodes(tally), ControlMessages(tally), WorkItems(tally));
        var queue = RequestsPerMessage * (control + work);
        var table = (RequestsPerEpisode * episodes) + (RequestsPerStart * tally.Starts) + (RequestsPerCancelled * (tally.Timers - tally.Fired));
        return new(
            episodes, control, work, queue, table, RequestsPerLarge * tally.Large,

            // The row that marks the end and the instance's own are written at every episode too.
            HistoryRows(tally) + (2 * episodes) + tally.Starts, tally.RowsRead, tally.Bytes);
    }
}
