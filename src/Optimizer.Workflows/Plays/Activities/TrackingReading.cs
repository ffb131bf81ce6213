namespace Optimizer.Workflows.Plays.Activities;

/// <param name="Kpis">Primary KPIs that cannot be computed.</param>
/// <param name="Events">Events that were not seen in the last seven days.</param>
internal sealed record TrackingReading(IReadOnlyList<string> Kpis, IReadOnlyList<string> Events)
{
    public bool IsTracked => Kpis.Count == 0 && Events.Count == 0;

    /// <summary>In words; null when all is well.</summary>
    public string? Fault => IsTracked ? null : string.Join(" ",
        new[]
        {
            Kpis.Count == 0 ? "" : $"No measure for {string.Join(", ", Kpis)}: name the events it is computed from.",
            Events.Count == 0 ? "" : $"Not seen in the last 7 days: {string.Join(", ", Events)}.",
        }.Where(text => text.Length > 0));
}
