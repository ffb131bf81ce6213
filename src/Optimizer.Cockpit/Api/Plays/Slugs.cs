namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Ids in paths: what could never be one is not looked up.</summary>
internal static class Slugs
{
    private const int Longest = 128;

    /// <summary>Letters, digits, dots, dashes and underscores; "policy" is the name of the policy in the same store.</summary>
    public static bool IsOne(string text) => text.Length is > 0 and <= Longest && text != "policy"
        && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_' or '.');
}
