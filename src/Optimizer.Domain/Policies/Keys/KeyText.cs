using System.Globalization;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>Values of policy keys as text: what people write is checked and brought to one form, from which everything else reads.</summary>
public static class KeyText
{
    /// <summary>The value in its one form, or what was found instead.</summary>
    /// <param name="key">The key.</param>
    /// <param name="written">As it stands in the file; a list's names joined by commas.</param>
    /// <returns>Exactly one of the two is not null.</returns>
    public static (string? Value, string? Fault) Read(PolicyKey key, string written)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Trim();
        var good = key.Form switch
        {
            ValueForm.Flag => text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : null,
            ValueForm.Choice => key.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)),
            ValueForm.Names => string.Join(", ", Names(text)),
            ValueForm.Zone => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _) ? text : null,
            ValueForm.Whole or ValueForm.Number or ValueForm.Share =>
                key.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) ?? NumberOf(key, text),
            _ => throw new InvalidOperationException($"unknown form of a value: {key.Form}"),
        };
        return good is null ? (null, $"is '{written}'") : (good, null);
    }

    /// <summary>What is allowed, in words: "a whole number from 0 to 100 (days)".</summary>
    public static string Wanted(PolicyKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var range = string.Create(CultureInfo.InvariantCulture, $"from {key.Least} to {key.Most}");
        var unit = key.Unit.Length > 0 ? $" ({key.Unit})" : "";
        var step = key.Step > 1 ? $", in steps of {key.Step}" : "";
        var words = key.Choices.Count > 0 ? $", or {string.Join(" or ", key.Choices)}" : "";
        return key.Form switch
        {
            ValueForm.Flag => "true or false",
            ValueForm.Choice => $"one of {string.Join(", ", key.Choices)}",
            ValueForm.Names => "a list of names",
            ValueForm.Zone => "an IANA time zone such as Europe/Warsaw",
            ValueForm.Whole => $"a whole number {range}{step}{unit}{words}",
            ValueForm.Number => $"a number {range}{unit}{words}",
            ValueForm.Share => $"a share {range}, such as 0.2 or 20%{words}",
            _ => throw new InvalidOperationException($"unknown form of a value: {key.Form}"),
        };
    }

    public static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    public static int Whole(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    public static string Text(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Names(string value) =>
        [.. (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static string? NumberOf(PolicyKey key, string text)
    {
        var percent = key.Form == ValueForm.Share && text.EndsWith('%');
        if (!double.TryParse(percent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // 20% divided in floating point is 0.2, also when it is 0.2 and a bit.
        number = percent ? Math.Round(number / 100, 12) : number;
        return number >= key.Least && number <= key.Most && (key.Form != ValueForm.Whole || (number == Math.Floor(number) && number % key.Step == 0))
            ? Text(number)
            : null;
    }
}
