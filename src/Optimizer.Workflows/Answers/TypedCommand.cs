using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Answers;

/// <summary>Tells orders from questions: an order begins with its verb, perhaps after a please.</summary>
internal static partial class TypedCommand
{
    private static readonly (CommandVerb? Verb, Regex Form)[] Verbs =
    [
        (null, Approve()), (CommandVerb.Freeze, Freeze()), (CommandVerb.RaiseAutonomy, Raise()), (CommandVerb.LowerAutonomy, Lower()), (CommandVerb.SetPolicy, SetPolicy()),
        (CommandVerb.Pause, Pause()), (CommandVerb.Resume, Resume()), (CommandVerb.Stop, Stop()), (CommandVerb.Revert, Revert()), (CommandVerb.Adopt, Adopt()),
        (CommandVerb.Extend, Extend()), (CommandVerb.Tick, Tick()), (CommandVerb.Start, Start()),
    ];

    /// <summary>The verb of an order and what follows it; null when the text is none. No verb: an order that is never taken here.</summary>
    public static (CommandVerb? Verb, string After)? Read(string text)
    {
        var order = Polite().Replace(text.Trim(), "");
        foreach (var (verb, form) in Verbs)
        {
            if (form.Match(order) is { Success: true } match)
            {
                return (verb, order[match.Length..].Trim(' ', '.', '!', '?', ':', ','));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\A(?:(?:please|pls|hey|hi|ok|okay|now|just|then|so|optimizer|you\s+(?:should|must|need\s+to|have\s+to)|(?:can|could|would|will)\s+you(?:\s+please)?|i\s+(?:want|need|would\s+like|'d\s+like)\s+(?:you\s+)?to|i'd\s+like\s+(?:you\s+)?to|let's|lets|go\s+ahead\s+and)[\s,:!]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Polite();

    [GeneratedRegex(@"\A(?:approve|reject|deny|decline|refuse|sign\s+off|unfreeze|thaw|apply|say\s+(?:yes|no)\s+to|accept|delegate|(?:edit|delete|change|alter|erase)\s+(?:the\s+)?(?:ledger|audit|trail|records?|history))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Approve();

    [GeneratedRegex(@"\Afreeze\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Freeze();

    [GeneratedRegex(@"\A(?:(?:raise|increase|promote|graduate|upgrade)\b(?=.*\b(?:autonomy|shadow|advisory|semi|full|level)\b)|give\b(?=.*\bautonomy\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Raise();

    [GeneratedRegex(@"\A(?:lower|reduce|decrease|demote|downgrade)\b(?=.*\b(?:autonomy|shadow|advisory|semi|full|level)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Lower();

    [GeneratedRegex(@"\A(?:set|change|raise|increase|lower|decrease|reduce|allow|forbid|limit|cap|widen|tighten|loosen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex SetPolicy();

    [GeneratedRegex(@"\A(?:pause|hold|suspend|put\s+on\s+hold)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Pause();

    [GeneratedRegex(@"\A(?:resume|unpause|restart|continue|reopen|re-open)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Resume();

    [GeneratedRegex(@"\A(?:stop|kill|end|cancel|terminate|abort|halt|shut\s+down|turn\s+off|disable|delete|remove)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\A(?:revert|undo|roll\s*back|restore|take\s+out|override)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Revert();

    [GeneratedRegex(@"\A(?:adopt|ship|roll\s+out|promote|go\s+live\s+with|make\s+permanent)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Adopt();

    [GeneratedRegex(@"\A(?:extend|prolong)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Extend();

    [GeneratedRegex(@"\A(?:tick|check|read|look\s+at|poll)\b(?=.*\bnow\b)|\Atick\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Tick();

    [GeneratedRegex(@"\A(?:start|launch|begin|try|test|run|propose|enable|activate|experiment)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Start();
}
