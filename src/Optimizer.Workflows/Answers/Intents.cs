using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Answers;

/// <summary>What a question is about, by its words alone.</summary>
internal static partial class Intents
{
    /// <summary>The intent of a text; a record that is named by its id, and commands, are told apart before.</summary>
    public static Intent Of(string text) =>
        Waiting().IsMatch(text) ? Intent.Waiting
        : Next().IsMatch(text) ? Intent.Next
        : Learned().IsMatch(text) ? Intent.Learned
        : Changes().IsMatch(text) ? Intent.Changes
        : Running().IsMatch(text) ? Intent.Running
        : Standing().IsMatch(text) ? Intent.Standing
        : Asks().IsMatch(text) ? Intent.Deed
        : Intent.Unknown;

    /// <summary>What of a deed is asked.</summary>
    public static QuestionForm FormOf(string text) =>
        Who().IsMatch(text) ? QuestionForm.Who
        : Why().IsMatch(text) ? QuestionForm.Why
        : When().IsMatch(text) ? QuestionForm.When
        : Whether().IsMatch(text) ? QuestionForm.Whether
        : QuestionForm.Why;

    [GeneratedRegex(@"\bnext\s+ticks?\b|\b(?:wait(?:s|ing)?|blocked)\b(?:.*\b(?:for|on)\b|[\s?.!]*\z)|\bwhy\b.*\bwaiting\b|\b(?:pending|open)\s+(?:approvals?|questions?)|\b(?:what|which|anything|something|approvals?)\b.*\b(?:to|should\s+i|must\s+i|do\s+i(?:\s+have\s+to)?)\s+(?:approve|answer|decide)\b|\bneeds?\s+(?:from\s+me|me|my\s+\w+)\b|\bneed\s+from\s+(?:me|us)\b|\bwaits?\s+for\s+(?:me|us)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\bwhat(?:'s|\s+is|\s+are|\s+would|\s+will|\s+do|\s+should|\s+comes|\s+happens)?\b.*\bnext\b|\bwhich\b.*\bnext\b|\bnext\s+(?:experiment|step|move|hypothesis|idea|up)\b|\byour\s+plans?\b|\bwhat\s+(?:would|will)\s+you\s+(?:do|try|propose|suggest|change|test)\b|\b(?:backlog|plans?\s+for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Next();

    [GeneratedRegex(@"\blearn(?:ed|t|ing)?\b|\b(?:what|which|anything|something|nothing|ideas?|changes?|experiments?)\b.*\b(?:works?|worked|won|win|lost|paid\s+off|helped|hurt)\b|\bplaybook\b|\binsights?\b|\bwinners?\b|\blosers?\b|\bdid\s+anything\s+work\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Learned();

    [GeneratedRegex(@"\bwhat(?:'s|\s+has|\s+have|\s+did|\s+was|\s+were|\s+is)?\b(?!.*\bwhy\b).*\b(?:chang(?:e|ed|es|ing)|happen(?:ed|s)?|do|done|new|going\s+on)\b(?!.*\bdoing\b)|\b(?:any|all|list|show)\b.*\bchanges\b|\banything\b.*\b(?:chang|happen)\w+|\bwhat\s+(?:have|did)\s+you\s+been\b|\bwhat's\s+(?:new|up)\b|\bcatch\s+me\s+up\b|\bchanges\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Changes();

    [GeneratedRegex(@"\b(?:what|which|anything|something|experiments?|is|are)\b.*\b(?:running|live|under\s+way|ongoing|in\s+progress|active|(?:you|we|it)\s+(?:testing|trying|doing)|are\s+you\s+(?:testing|trying|doing|running))\b|\brunning\s+experiments?\b|\Arunning\W*\z|\bwhat\s+runs\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Running();

    [GeneratedRegex(@"\bhow(?:'s|\s+is|\s+are|\s+was|\s+were|\s+goes|\s+does|\s+do|\s+did|\s+well|\s+has|\s+have)?\b.*\b(?:doing|do|going|goes|perform\w*|look\w*|stand\w*|been|far|well|it)\b|\bhow(?:'s|\s+is|\s+are)\b|\b(?:status|state|health|standing|progress)\b|\bwhere\s+(?:does|do|is|are)\b.*\b(?:stand|at|now)\b|\btell\s+me\s+about\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Standing();

    [GeneratedRegex(@"\b(?:why|when|who|whom|whose|did|do|does|has|have|had|was|were|is|are|what|which|how|explain|reasons?|because)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:who|whom|whose|by\s+whom)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Who();

    [GeneratedRegex(@"\b(?:why|how\s+come|reasons?|because|explain|what\s+made|for\s+what)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(?:when|since\s+when|how\s+long\s+ago|what\s+time|which\s+day)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex When();

    [GeneratedRegex(@"\A\W*(?:(?:and|but|so|hey|hi|ok)\W+)*(?:did|do|does|has|have|had|was|were|is|are)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Whether();
}
