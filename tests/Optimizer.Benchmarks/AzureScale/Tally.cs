namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What workflows did, counted from their histories; sums of several are sums of their fields.</summary>
/// <param name="Starts">Instances begun, children included.</param>
/// <param name="Turns">Turns taken.</param>
/// <param name="Continued">Generations that continued as new.</param>
/// <param name="Ended">Instances that returned or failed.</param>
/// <param name="Activities">Attempts of activities asked for.</param>
/// <param name="Timers">Due times set, those of waits included.</param>
/// <param name="Fired">Of these, came before anything else.</param>
/// <param name="Signals">That reached an instance.</param>
/// <param name="Children">Child workflows begun.</param>
/// <param name="RowsRead">History rows that a host without a cache reads to take these turns, by <see cref="StorageModel"/>.</param>
/// <param name="Bytes">Of all payloads.</param>
/// <param name="Large">Payloads above <see cref="StorageModel.LargeBytes"/>.</param>
internal readonly record struct Tally(
    long Starts, long Turns, long Continued, long Ended, long Activities, long Timers, long Fired, long Signals, long Children, long RowsRead, long Bytes, long Large)
{
    public static Tally operator +(Tally one, Tally other) => new(
        one.Starts + other.Starts, one.Turns + other.Turns, one.Continued + other.Continued, one.Ended + other.Ended,
        one.Activities + other.Activities, one.Timers + other.Timers, one.Fired + other.Fired, one.Signals + other.Signals,
        one.Children + other.Children, one.RowsRead + other.RowsRead, one.Bytes + other.Bytes, one.Large + other.Large);

    public static Tally operator -(Tally one, Tally other) => new(
        one.Starts - other.Starts, one.Turns - other.Turns, one.Continued - other.Continued, one.Ended - other.Ended,
        one.Activities - other.Activities, one.Timers - other.Timers, one.Fired - other.Fired, one.Signals - other.Signals,
        one.Children - other.Children, one.RowsRead - other.RowsRead, one.Bytes - other.Bytes, one.Large - other.Large);
}
