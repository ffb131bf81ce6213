namespace Optimizer.Standalone.Onboarding;

/// <param name="Option">Such as --kpi.</param>
/// <param name="Value">What is taken for it.</param>
/// <param name="Why">In words.</param>
internal sealed record InitGuess(string Option, string Value, string Why)
{
    /// <summary>As it is typed.</summary>
    public string Typed => Value.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or '/') ? $"{Option} {Value}" : $"{Option} '{Value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
