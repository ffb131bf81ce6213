using System.Globalization;

namespace Optimizer.Domain.Reports;

/// <summary>Amounts and names as a page says them.</summary>
public static class Units
{
    /// <summary>An amount in its unit: 4.13 %, $1,234, 3.5 hours.</summary>
    public static string Show(double value, string unit) => unit switch
    {
        "fraction" => Words.Percent(value),
        "usd" => Money(value),
        "count" or "ratio" or "" => Words.Amount(value),
        "pp" => $"{Words.Amount(value)} points",
        _ => $"{Words.Amount(value)} {unit}",
    };

    public static string Show(double? value, string unit) => value is { } known ? Show(known, unit) : "not known";

    /// <summary>From such as signup_rate to such as signup rate.</summary>
    public static string Spoken(string key) => key.Replace('_', ' ');

    /// <summary>A share with its sign and one decimal, as a page wants it: "+4.1 %"; very small ones are 0.0 %.</summary>
    public static string Change(double? change) => change is { } known && double.IsFinite(known)
        ? $"{(known * 100).ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture)} %"
        : Words.Change(change);

    /// <summary>A share with one decimal.</summary>
    public static string Share(double share) => $"{(share * 100).ToString("#,0.0", CultureInfo.InvariantCulture)} %";

    /// <summary>Such as "+1.2 % to +9.8 %".</summary>
    public static string Range(double lowest, double highest) => $"{Change(lowest)} to {Change(highest)}";

    /// <summary>A sentence's first letter large.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Ends like a sentence.</summary>
    public static string Stop(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    /// <summary>Such as "1 play", "3 plays".</summary>
    public static string Many(int count, string one, string? more = null) => count == 1 ? $"1 {one}" : $"{Words.Count(count)} {more ?? one + "s"}";

    /// <summary>Such as "2 Mar 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as "2 to 8 Mar 2026".</summary>
    public static string Days(DateOnly first, DateOnly last) =>
        $"{first.ToString(first.Year != last.Year ? "d MMM yyyy" : first.Month != last.Month ? "d MMM" : "%d", CultureInfo.InvariantCulture)} to {Day(last)}";

    private static string Money(double value) => Math.Abs(value) switch
    {
        >= 100 or 0 => value.ToString("$#,0;-$#,0;$0", CultureInfo.InvariantCulture),
        _ => value.ToString("$0.00;-$0.00", CultureInfo.InvariantCulture),
    };
}
