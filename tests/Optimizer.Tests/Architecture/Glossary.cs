using System.Reflection;
using System.Text.RegularExpressions;

namespace Optimizer.Tests.Architecture;

/// <summary>
/// One word per thing, in public names. Words are compared whole, split by their capitals, also in the plural:
/// "Workflow" is not "flow" and "Alarm" is not "arm".
/// </summary>
public static partial class Glossary
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] EmptySuffixes =
        ["Base", "Data", "Helper", "Impl", "Info", "Manager", "Service", "Util", "Utils"];

    // Campaign and log are not here: an ad platform has campaigns, and statistics takes logarithms.
    private static readonly Dictionary<string, string> Instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agent"] = "strategist",
        ["ai"] = "strategist",
        ["alert"] = "anomaly",
        ["arm"] = "variant",
        ["bucket"] = "assignment",
        ["confirmation"] = "approval",
        ["constraint"] = "guardrail",
        ["flow"] = "play",
        ["idea"] = "hypothesis",
        ["impression"] = "exposure",
        ["knob"] = "variable",
        ["learnings"] = "playbook",
        ["lever"] = "variable",
        ["objective"] = "KPI",
        ["outcome"] = "decision",
        ["result"] = "reading",
        ["snapshot"] = "reading",
        ["summary"] = "brief",
        ["test"] = "experiment",
        ["treatment"] = "variant",
        ["verdict"] = "ruling",
    };

    // There the word is the name of the other thing: what an ad platform counts and sets, and a message to a person.
    private static readonly (string Word, string Namespace)[] Meant =
    [
        ("alert", "Optimizer.Domain.Operations"),
        ("impression", "Optimizer.Domain.Budgets"),
        ("objective", "Optimizer.Domain.Budgets"),
    ];

    /// <summary>One message per banned word in the public names of a type: its own, its members' and their parameters'.</summary>
    public static IEnumerable<string> Faults(Type type) =>
        from name in PublicNames(type).Distinct()
        from word in Words(name)
        let known = Singular(word)
        where Instead.ContainsKey(known) && !Meant.Any(place => IsMeant(place, known, type))
        select $"{type.FullName}: '{name}': use {Instead[known]} instead of {word.ToLowerInvariant()}";

    /// <summary>One message when the last word of the type's name says nothing.</summary>
    public static IEnumerable<string> SuffixFaults(Type type) =>
        from suffix in EmptySuffixes
        where Words(Plain(type.Name)) is [.., var last] && last == suffix
        select $"{type.FullName}: the suffix {suffix} says nothing; name what the type is";

    /// <summary>The words of a name: "PlayId2AB" is Play, Id, AB.</summary>
    public static IReadOnlyList<string> Words(string name) => [.. Word().Matches(name).Select(match => match.Value)];

    private static IEnumerable<string> PublicNames(Type type) =>
        type.GetMembers(Members)
            .Where(member => member is not MethodBase { IsSpecialName: true } || member is ConstructorInfo)
            .Where(member => member is not Type && !member.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(member => (member as MethodBase)?.GetParameters().Select(parameter => parameter.Name ?? "").Append(member.Name) ?? [member.Name])
            .Append(Plain(type.Name));

    private static string Plain(string name) => name.Split('`')[0];

    private static string Singular(string word) =>
        !Instead.ContainsKey(word) && word.EndsWith('s') ? word[..^1] : word;

    private static bool IsMeant((string Word, string Namespace) place, string word, Type type) =>
        string.Equals(place.Word, word, StringComparison.OrdinalIgnoreCase)
        && (type.Namespace == place.Namespace || type.Namespace?.StartsWith(place.Namespace + ".", StringComparison.Ordinal) == true);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
