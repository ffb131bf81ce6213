using System.Globalization;
using System.Reflection;

namespace Optimizer.Conformance.Tests.Behaviours;

/// <summary>Which tests of this assembly name which behaviours. A suite counts only when something runs it.</summary>
internal static class BehaviourTraits
{
    /// <summary>Names of the classes that hold tests of a behaviour, by its number, in ordinal order.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> ByNumber() => typeof(BehaviourTraits).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract)
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => Numbers(method).Select(number => (Number: number, Class: NameOf(method.DeclaringType!))))
        .GroupBy(held => held.Number)
        .ToDictionary(held => held.Key, held => (IReadOnlyList<string>)[.. held.Select(one => one.Class).Distinct().Order(StringComparer.Ordinal)]);

    private static IEnumerable<int> Numbers(MethodInfo method) => method.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute) && (string?)attribute.ConstructorArguments[0].Value == "Behaviour")
        .Select(attribute => int.Parse((string)attribute.ConstructorArguments[1].Value!, CultureInfo.InvariantCulture));

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
