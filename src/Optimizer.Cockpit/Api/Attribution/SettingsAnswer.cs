namespace Optimizer.Cockpit.Api.Attribution;

/// <param name="Play">The play's slug.</param>
/// <param name="Settings">Live for everybody who is in no experiment, in the order of the definition.</param>
internal sealed record SettingsAnswer(string Play, IReadOnlyList<SettingAnswer> Settings);
