using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Optimizer.Domain.Audit;

/// <summary>The names of what happens, as they stand in JSON: decision.made for <see cref="Events.DecisionMade"/>.</summary>
public static class AuditKinds
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(AuditEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>All there are, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    /// <summary>The kind of all events of a type.</summary>
    public static string Of<TEvent>()
        where TEvent : AuditEvent => Names[typeof(TEvent)];

    /// <summary>The kind of an event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no kind that has a name.</exception>
    public static string Of(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Names.TryGetValue(happened.GetType(), out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType(), "an event without a name in JSON");
    }
}
