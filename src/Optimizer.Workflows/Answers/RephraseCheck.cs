using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Answers;

/// <summary>
/// Holds a rephrased answer against the one it was made of. It passes only when it cites the same records, and says beside each of them no
/// number and no word of a decision that the original does not say beside the same record.
/// </summary>
public static partial class RephraseCheck
{
    private const int MostTimesLonger = 2;
    private const int MoreCharacters = 200;

    /// <summary>What is wrong with it; null when it may be shown.</summary>
    /// <param name="original">Made of records by templates.</param>
    /// <param name="rephrased">Of the model.</param>
    public static string? Fault(Answer original, string? rephrased)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (string.IsNullOrWhiteSpace(rephrased))
        {
            return "it is empty";
        }

        if (rephrased.Length > original.Text.Length * MostTimesLonger + MoreCharacters)
        {
            return "it is much longer than the original";
        }

        if (rephrased.Any(each => each is '<' or '>' or '`' or '{' or '}' or '|' || (char.IsControl(each) && each != '\n') || char.GetUnicodeCategory(each) is System.Globalization.UnicodeCategory.Format)
            || Link().IsMatch(rephrased))
        {
            return "it holds markup, a link or marks that cannot be seen";
        }

        var allowed = original.Citations.Select(cited => cited.Id).ToHashSet(StringComparer.Ordinal);
        var given = Ids(rephrased).ToHashSet(StringComparer.Ordinal);
        return given.FirstOrDefault(id => !allowed.Contains(id)) is { } invented ? $"it cites {invented}, which the original does not"
            : allowed.FirstOrDefault(id => !given.Contains(id)) is { } dropped ? $"it does not cite {dropped}"
            : Segments(rephrased).Select(segment => Fault(original, segment)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>What a stretch of text says beside the records at its end must be what the original says beside the same ones.</summary>
    private static string? Fault(Answer original, (string Text, IReadOnlyList<string> Ids) segment)
    {
        var lines = original.Text.Split('\n').Where(line => Ids(line).ToList() is var cited && (cited.Count == 0 || cited.Any(segment.Ids.Contains)));
        var said = Claims(Citation().Replace(string.Join('\n', lines), "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Claims(segment.Text).FirstOrDefault(claim => !said.Contains(claim)) is { } other
            ? $"it says {other} {(segment.Ids.Count == 0 ? "without a record" : $"of {string.Join(", ", segment.Ids)}")}, which the original does not"
            : null;
    }

    /// <summary>The text cut where citations end.</summary>
    private static IEnumerable<(string Text, IReadOnlyList<string> Ids)> Segments(string text)
    {
        var from = 0;
        foreach (Match match in CitationGroup().Matches(text))
        {
            yield return (text[from..match.Index], [.. Ids(match.Value)]);
            from = match.Index + match.Length;
        }

        yield return (text[from..], []);
    }

    private static IEnumerable<string> Ids(string text) => Citation().Matches(text).Select(match => match.Groups["id"].Value);

    // Numbers in digits and in words, words of decisions, and ids: everything that could be false without being nonsense.
    private static IEnumerable<string> Claims(string text) =>
        Number().Matches(text).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal).TrimStart('+').Replace('−', '-'))
            .Concat(Telling().Matches(text).Select(match => Stem(match.Value.ToLowerInvariant())))
            .Concat(IdLike().Matches(text).Select(match => match.Value));

    private static string Stem(string word) => word switch
    {
        "no" or "not" or "never" or "none" or "nobody" or "nothing" or "without" or "neither" => "not",
        _ when word.EndsWith("n't", StringComparison.Ordinal) => "not",
        _ => word,
    };

    [GeneratedRegex(@"\[(?<id>[^\[\]\n]*)\]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\[[^\[\]\n]*\](?:[\s,;.]*\[[^\[\]\n]*\])*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CitationGroup();

    [GeneratedRegex(@"[-−+]?[\p{N}]+(?:[.,][\p{N}]+)*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:https?|www|javascript|data)\b\s*[:.]|\]\(|://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.-])[A-Za-z][A-Za-z0-9_]*(?:[-_][A-Za-z0-9_]+)*-[0-9]+(?:\.[0-9]+)?(?![\w-])", RegexOptions.CultureInvariant, 200)]
    private static partial Regex IdLike();

    [GeneratedRegex(@"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|halved|twice|doubled?|tripled?|quarter|third|dozen|all|every|always|adopt(?:ed)?|approv(?:ed|al|e)|reject(?:ed)?|revert(?:ed)?|stopped|paused|resumed|frozen|halted|proven|unproven|provisional|converged|won|winner|lost|loser|profit|revenue|safe|guaranteed?|certain(?:ly)?|significant(?:ly)?|better|worse|increased?|decreased?|rose|fell|improved?|harm(?:ed|ful)?|not|no|never|none|nobody|nothing|without|neither|[a-z]+n't)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Telling();
}
