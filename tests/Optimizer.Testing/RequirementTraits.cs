using System.Text.RegularExpressions;

namespace Optimizer.Testing;

/// <summary>
/// Which requirements the tests hold, by their <c>Req</c> traits. Read from the sources of every test project, so that the
/// count is one for all of them, also for those that are not built here.
/// </summary>
public static partial class RequirementTraits
{
    /// <summary>Families of requirement ids, longest first where one begins like another.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = ["S0x", "S0", "S1", "S2", "S3", "C"];

    /// <summary>Distinct ids in all test sources, in ordinal order.</summary>
    public static IReadOnlyList<string> InRepository() =>
        [.. Repository.Files("tests", "*.cs").SelectMany(path => In(File.ReadAllText(path))).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Ids in one source text, as often as they stand there; not those on lines that are comments.</summary>
    public static IReadOnlyList<string> In(string source) =>
        [.. Trait().Matches(LineComment().Replace(source, "")).Select(match => match.Groups["id"].Value)];

    /// <summary>Ids of all rows of the requirements table: those that open a table row.</summary>
    public static IReadOnlySet<string> Known(string table) =>
        Row().Matches(table).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Number of ids by prefix, every prefix named; an id of no known prefix counts under "?".</summary>
    public static IReadOnlyDictionary<string, int> CountByPrefix(IEnumerable<string> ids)
    {
        var counts = Prefixes.ToDictionary(prefix => prefix, _ => 0);
        foreach (var id in ids)
        {
            var prefix = Prefixes.FirstOrDefault(known => id.StartsWith(known, StringComparison.Ordinal)) ?? "?";
            counts[prefix] = counts.GetValueOrDefault(prefix) + 1;
        }

        return counts;
    }

    [GeneratedRegex("""\bTrait\(\s*"Req"\s*,\s*"(?<id>[^"]*)"\s*\)""")]
    private static partial Regex Trait();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex LineComment();

    [GeneratedRegex(@"^\|\s*(?<id>S[0-3]x?-\d+|C\d+)\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
