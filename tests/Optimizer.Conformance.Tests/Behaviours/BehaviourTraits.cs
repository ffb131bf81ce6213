using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Optimizer.Testing;

namespace Optimizer.Conformance.Tests.Behaviours;

/// <summary>Which tests name which behaviours.</summary>
internal static partial class BehaviourTraits
{
    private const string CrashTests = "Optimizer.Crash.Tests";

    /// <summary>Who holds a behaviour, by its number: classes of this project in ordinal order, then the crash tests as one.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> ByNumber() => OfThisAssembly().Concat(OfCrashTests())
        .GroupBy(held => held.Number)
        .ToDictionary(
            held => held.Key,
            held => (IReadOnlyList<string>)[.. held.Select(one => one.Class).Distinct().OrderBy(name => name == CrashTests).ThenBy(name => name, StringComparer.Ordinal)]);

    // A suite counts only when something runs it.
    private static IEnumerable<(int Number, string Class)> OfThisAssembly() => typeof(BehaviourTraits).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract)
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => Numbers(method).Select(number => (number, NameOf(method.DeclaringType!))));

    // From their sources: they are another assembly, which this one does not need.
    private static IEnumerable<(int Number, string Class)> OfCrashTests() => Repository.Files($"tests/{CrashTests}", "*.cs")
        .SelectMany(path => Trait().Matches(File.ReadAllText(path)))
        .Select(trait => (int.Parse(trait.Groups["number"].Value, CultureInfo.InvariantCulture), CrashTests));

    private static IEnumerable<int> Numbers(MethodInfo method) => method.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute) && (string?)attribute.ConstructorArguments[0].Value == "Behaviour")
        .Select(attribute => int.Parse((string)attribute.ConstructorArguments[1].Value!, CultureInfo.InvariantCulture));

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("""\bTrait\("Behaviour", "(?<number>\d+)"\)""")]
    private static partial Regex Trait();
}
