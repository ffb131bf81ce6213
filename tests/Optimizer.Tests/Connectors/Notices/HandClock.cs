namespace Optimizer.Tests.Connectors.Notices;

/// <summary>Goes when it is told to.</summary>
internal sealed class HandClock : TimeProvider
{
    /// <summary>A Monday, 10:00 UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
