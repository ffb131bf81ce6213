namespace Optimizer.Embedded.Inspection.Door;

/// <summary>How much a client may ask of the engine.</summary>
internal sealed record DoorLimits
{
    /// <summary>Longest question, in bytes.</summary>
    public const int LongestQuestion = 64 << 10;

    /// <summary>Clients served at the same time; the others wait.</summary>
    public int Clients { get; init; } = 16;

    /// <summary>A client that asks nothing for so long is sent away.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A client that does not take its answer within so long is sent away.</summary>
    public TimeSpan Reading { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait before a door that failed is opened again.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}
