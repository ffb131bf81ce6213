namespace Optimizer.Domain.Policies.Keys;

/// <summary>Every key there is, in the order in which pages show them.</summary>
public static class PolicyKeys
{
    public static IReadOnlyList<PolicyKey> All { get; } =
        [.. CapKeys.All, .. StopKeys.All, .. GateKeys.All, .. ApprovalKeys.All, .. PreferenceKeys.All, .. GoalKeys.All];

    private static readonly Dictionary<string, PolicyKey> ByName = All.ToDictionary(key => key.Name, StringComparer.Ordinal);

    /// <summary>Null when there is no such key.</summary>
    public static PolicyKey? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The known name that is written most alike.</summary>
    public static string Nearest(string name) => Spelling.Nearest(name, ByName.Keys)!;
}
