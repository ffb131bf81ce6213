using System.Globalization;

namespace Optimizer.Standalone.Commands;

/// <summary>A span of time as people type it: 30m, 1h, 90d.</summary>
internal static class ShortSpan
{
    /// <summary>Null for what is none, or not above zero.</summary>
    public static TimeSpan? Read(string text) =>
        text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100_000
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            }
            : null;
}
