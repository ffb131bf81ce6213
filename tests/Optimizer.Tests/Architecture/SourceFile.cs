using System.Text.RegularExpressions;

namespace Optimizer.Tests.Architecture;

/// <summary>One C# file: its length and the types at its top level.</summary>
/// <remarks>
/// Types are found by their place: with file-scoped namespaces, which the build enforces, a top-level declaration and
/// nothing else begins in the first column. Raw strings and comments are cut out first, they may hold anything there.
/// </remarks>
public sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Number of lines; a final line break ends the last line and opens none.</summary>
    public int Lines => Text.Length == 0 ? 0 : Text.Count(character => character == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    /// <summary>Names of the top-level types, public ones only; types that differ in arity or part share one name.</summary>
    public IReadOnlyList<string> PublicTypes => [.. Declared().Where(type => type.IsPublic).Select(type => type.Name).Distinct()];

    /// <summary>One message when the file has several public types, or none that it is named after.</summary>
    public IEnumerable<string> TypeFaults()
    {
        var named = System.IO.Path.GetFileName(Path).Split('.')[0];
        var all = Declared();
        if (PublicTypes.Count > 1)
        {
            yield return $"{Path}: has {PublicTypes.Count} public types ({string.Join(", ", PublicTypes)}); one file, one public type";
        }
        else if (all.Count > 0 && (PublicTypes.Count == 1 ? PublicTypes[0] : all[0].Name) is var name && name != named)
        {
            yield return $"{Path}: is not named after its type {name}";
        }
    }

    private List<(string Name, bool IsPublic)> Declared()
    {
        var code = BlockComment().Replace(RawString().Replace(Text, "\"\""), "");

        return [.. Declaration().Matches(code).Select(match => (match.Groups["name"].Value, match.Groups["public"].Success))];
    }

    [GeneratedRegex(""" "{3,}[\s\S]*?"{3,} """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RawString();

    [GeneratedRegex(@"/\*[\s\S]*?\*/")]
    private static partial Regex BlockComment();

    [GeneratedRegex(@"^(\[.*\]\s*)?(?<public>public\s+)?((internal|file|abstract|sealed|static|partial|readonly|ref|unsafe)\s+)*((record\s+class|record\s+struct|record|class|struct|interface|enum)\s+|delegate\s+[^\s(]+\s+)(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
