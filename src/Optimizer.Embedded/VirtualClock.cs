namespace Optimizer.Embedded;

/// <summary>A clock that stands still until it is moved: months of timers in seconds.</summary>
/// <remarks>
/// <see cref="EmbeddedEngine.RunUntilAsync"/> moves it. An engine on this clock does everything on one thread, first in, first out, so
/// a run with activities that do not wait for anything outside repeats in every order of events.
/// </remarks>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock; also back, as a clock in the world may be.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
