namespace Optimizer.Standalone.Calc;

/// <summary>Names of enum values as data writes them: InsufficientData is "insufficient_data".</summary>
internal static class CalcNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) =>
            char.IsUpper(letter) ? $"{(at == 0 ? "" : "_")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
