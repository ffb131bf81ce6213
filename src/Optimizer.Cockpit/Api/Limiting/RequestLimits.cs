namespace Optimizer.Cockpit.Api.Limiting;

/// <summary>How much one caller may ask, so that none of them starves the others or the plays.</summary>
public sealed record RequestLimits
{
    /// <summary>Reads under way at once, per caller; as many again four times over wait their turn.</summary>
    public int ReadsAtOnce { get; init; } = 128;

    /// <summary>Writes per second and caller, after a burst of <see cref="WriteBurst"/>.</summary>
    public int WritesPerSecond { get; init; } = 100;

    public int WriteBurst { get; init; } = 500;

    /// <summary>Requests per second and address that carry no valid token, after a burst of <see cref="StrangerBurst"/>.</summary>
    public int StrangersPerSecond { get; init; } = 50;

    public int StrangerBurst { get; init; } = 200;
}
