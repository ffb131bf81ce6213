namespace Optimizer.Domain.Policies.Keys;

/// <summary>Policy values as people read them, the same on every page and terminal.</summary>
public static class PolicyWords
{
    /// <summary>What holds of several scopes' values, as the heading of a group of keys.</summary>
    public static string Group(PolicyKeyType type) => type switch
    {
        PolicyKeyType.Cap => "caps: the tightest holds",
        PolicyKeyType.Stop => "stop rules: all hold, the one that stops soonest first",
        PolicyKeyType.Gate => "gates: the strictest holds",
        PolicyKeyType.Approval => "approvals: all hold, the highest seat answers",
        PolicyKeyType.Preference => "preferences: the narrowest scope decides",
        PolicyKeyType.Goal => "goals: shown, they loosen nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type of key"),
    };

    /// <summary>A value with its unit: "4 starts", "20 %", "none" for an empty list.</summary>
    public static string Value(PolicyKey key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return key.Form switch
        {
            _ when value.Length == 0 => "none",
            ValueForm.Share when !key.Choices.Contains(value) => Words.Limit(KeyText.Number(value)),
            _ when key.Unit.Length > 0 && !key.Choices.Contains(value) => $"{value} {(value == "1" ? One(key.Unit) : key.Unit)}",
            _ => value,
        };
    }

    private static string One(string units) => units.EndsWith("ses", StringComparison.Ordinal) ? $"{units[..^2]}is" : units.TrimEnd('s');
}
