using Optimizer.Functions.Settings;

namespace Optimizer.Functions.Hosts;

/// <summary>Another deployment runs on the task hub: the two would take each other's work.</summary>
internal sealed class HubTakenException(string hub, string owner, DateTimeOffset seen) : InvalidOperationException(
    $"the host does not start: the task hub {hub} is run by {owner}, last seen {seen:yyyy-MM-dd HH:mm} UTC; give this deployment a {SettingNames.TaskHub} of its own, and mark it as sticky to its slot");
