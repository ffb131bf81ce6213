namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>The list of experiments.</summary>
/// <param name="Live">Of this page, those that wait for a person first.</param>
/// <param name="AllLive">Live ones that the filter lets through.</param>
/// <param name="NextLive">Address of further live ones; null for none.</param>
/// <param name="Ended">Newest first.</param>
/// <param name="Next">Address of those that ended before; null for none.</param>
/// <param name="Filter">In force.</param>
public sealed record ExperimentsModel(
    IReadOnlyList<LiveRow> Live, int AllLive, string? NextLive, IReadOnlyList<EndedRow> Ended, string? Next, ExperimentsFilter Filter);
