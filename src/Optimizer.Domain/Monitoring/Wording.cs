using System.Globalization;

namespace Optimizer.Domain.Monitoring;

/// <summary>How numbers read in reasons, the same on every machine.</summary>
internal static class Wording
{
    /// <summary>Three to four telling digits: 4,346, 12.5, 0.0312.</summary>
    public static string Amount(double value) => value.ToString(
        Math.Abs(value) switch { >= 1000 => "#,0", >= 10 => "0.#", >= 1 => "0.##", _ => "0.####" },
        CultureInfo.InvariantCulture);

    /// <summary>"1 day", "4 days".</summary>
    public static string Days(int count) => count == 1 ? "1 day" : Invariant($"{count} days");

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    public static string List(IEnumerable<double?> changes) =>
        string.Join(", ", changes.Select(change => change is { } known ? Signed(known) : "no ratio"));

    /// <summary>A share without its sign: "20 %".</summary>
    public static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A change with its sign: "-18.2 %".</summary>
    public static string Signed(double share) => (100 * share).ToString("+0.0#;-0.0#;0.0", CultureInfo.InvariantCulture) + " %";
}
