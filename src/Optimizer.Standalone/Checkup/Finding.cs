namespace Optimizer.Standalone.Checkup;

/// <summary>One thing that was looked at.</summary>
/// <param name="Check">What, in a word or two.</param>
/// <param name="Level">How it is.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="Fix">A command or an edit that works as it stands; null when nothing is to be done.</param>
internal sealed record Finding(string Check, FindingLevel Level, string Evidence, string? Fix = null)
{
    public static Finding Ok(string check, string evidence) => new(check, FindingLevel.Ok, evidence);

    public static Finding Warn(string check, string evidence, string fix) => new(check, FindingLevel.Warn, evidence, fix);

    public static Finding Fail(string check, string evidence, string fix) => new(check, FindingLevel.Fail, evidence, fix);
}
