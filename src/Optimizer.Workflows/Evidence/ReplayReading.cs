namespace Optimizer.Workflows.Evidence;

/// <summary>A record recomputed.</summary>
/// <param name="IsSame">Whether it came out the same; null when it could not be recomputed.</param>
/// <param name="What">What was recomputed, in words.</param>
/// <param name="Recorded">What the trail says, as JSON.</param>
/// <param name="Recomputed">What comes out now, as JSON; null when it could not be recomputed.</param>
/// <param name="Differences">Where they differ, one a line; or why it could not be recomputed.</param>
public sealed record ReplayReading(bool? IsSame, string What, string Recorded, string? Recomputed, IReadOnlyList<string> Differences)
{
    /// <summary>Compares two values as JSON, field by field.</summary>
    public static ReplayReading Of<T>(string what, T recorded, T recomputed)
    {
        var (before, now) = (Payload.Of(recorded).ToString(), Payload.Of(recomputed).ToString());
        return new(before == now, what, before, now, before == now ? [] : JsonDifference.Of(before, now));
    }

    public static ReplayReading Impossible(string what, string recorded, string why) => new(null, what, recorded, null, [why]);
}
