namespace Optimizer.Domain.Plays;

/// <summary>Which events are meant.</summary>
/// <param name="Event">The event's name.</param>
public sealed record EventSelector(string Event)
{
    /// <summary>Property values it must have, each as JSON.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>Counted once per value of this property; null counts every event.</summary>
    public string? Distinct { get; init; }

    /// <summary>The property whose value is taken; null when the event itself counts.</summary>
    public string? Property { get; init; }
}
