namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>Which variant a unit gets.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Unit">As asked.</param>
/// <param name="IsAssigned">False for a new unit of an experiment that takes none any more: show what is live.</param>
/// <param name="Variant">Name of its variant; null when it has none.</param>
/// <param name="Index">Of the variant, 0 for control; null when it has none.</param>
/// <param name="Setting">What to show; null when what is live for everybody is to be shown, as /api/settings tells.</param>
internal sealed record AssignmentAnswer(string Experiment, string Unit, bool IsAssigned, string? Variant, int? Index, SettingAnswer? Setting);
