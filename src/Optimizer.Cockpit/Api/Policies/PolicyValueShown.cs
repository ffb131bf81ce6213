using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Cockpit.Api.Policies;

/// <summary>A value of the policy, and where it comes from.</summary>
/// <param name="Key">Such as play.max_active.</param>
/// <param name="Type">What kind of key it is.</param>
/// <param name="Value">As it would be written.</param>
/// <param name="Unit">Null for none.</param>
/// <param name="Means">In words.</param>
/// <param name="Allowed">What may be written.</param>
/// <param name="Scope">Whose value it is, such as org or a play's.</param>
/// <param name="Place">File and line; null for a built-in one.</param>
/// <param name="Overruled">Values that lost, and why.</param>
internal sealed record PolicyValueShown(
    string Key, PolicyKeyType Type, string Value, string? Unit, string Means, string Allowed, string Scope, string? Place, IReadOnlyList<string> Overruled)
{
    public static PolicyValueShown Of(PolicyKey key, PolicyValue value) => new(
        key.Name, key.Type, value.Value, key.Unit.Length == 0 ? null : key.Unit, key.Means, KeyText.Wanted(key), value.Scope, value.Place, value.Overruled);
}
