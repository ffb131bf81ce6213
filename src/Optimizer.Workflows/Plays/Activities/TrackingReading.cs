namespace Optimizer.Workflows.Plays.Activities;

/// <param name="Kpis">Primary KPIs that cannot be computed.</param>
/// <param name="Events">Events that were not seen in the last seven days.</param>
/// <param name="Source">What keeps the source from telling the goal KPIs, with the fix; null when nothing does.</param>
internal sealed record TrackingReading(IReadOnlyList<string> Kpis, IReadOnlyList<string> Events, string? Source = null)
{
    public bool IsTracked => Kpis.Count == 0 && Events.Count == 0 && Source is null;

    /// <summary>In words; null when all is well.</summary>
    public string? Fault => IsTracked ? null : string.Join(" ",
        new[]
        {
            Kpis.Count == 0 ? "" : $"No measure for {string.Join(", ", Kpis)}: name the events it is computed from.",
            Source ?? "",
            Events.Count == 0 ? "" : $"Not seen in the last 7 days: {string.Join(", ", Events)}.",
        }.Where(text => text.Length > 0));
}
