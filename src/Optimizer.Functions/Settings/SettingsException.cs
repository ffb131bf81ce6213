namespace Optimizer.Functions.Settings;

/// <summary>The host cannot start with these settings. The message names each that is wrong and what would be right, and no value.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(
    $"the host does not start: {problems.Count} {(problems.Count == 1 ? "setting is" : "settings are")} wrong{string.Concat(problems.Select(each => $"\n- {each}"))}")
{
    /// <summary>One line per setting.</summary>
    public IReadOnlyList<string> Problems => problems;
}
