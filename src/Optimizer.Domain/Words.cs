using System.Globalization;

namespace Optimizer.Domain;

/// <summary>Numbers in the words of reasons, the same on every machine.</summary>
public static class Words
{
    /// <summary>A measured share as a percentage of one or two decimals: 0.1234 is "12.34 %"; very small ones keep two digits.</summary>
    public static string Percent(double share) => Math.Abs(share) switch
    {
        > 0 and < 0.0001 => $"{(share * 100).ToString("0.0e+0", CultureInfo.InvariantCulture)} %",
        _ => $"{(share * 100).ToString("#,0.0#", CultureInfo.InvariantCulture)} %",
    };

    /// <summary>A share that somebody set, as it was written down: 0.2 is "20 %", 0.025 is "2.5 %".</summary>
    public static string Limit(double share) => $"{(share * 100).ToString("#,0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>A relative change with its sign: 0.1 is "+10.0 %"; "not defined" where there is none.</summary>
    public static string Change(double? change) => change switch
    {
        null => "not defined",
        double.PositiveInfinity => "without limit",
        { } value => $"{(value * 100).ToString("+#,0.0#;-#,0.0#;0.0", CultureInfo.InvariantCulture)} %",
    };

    /// <summary>A chance in [0, 1]; what rounds to certain or impossible is said as a bound.</summary>
    public static string Chance(double chance) => chance switch
    {
        > 0.9999 => "over 99.99 %",
        < 0.0001 => "under 0.01 %",
        _ => Percent(chance),
    };

    /// <summary>A number of things, in whole ones: "1,234".</summary>
    public static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>An amount in its own unit, three to four telling digits: "4,346", "12.5", "0.0312".</summary>
    public static string Amount(double value) => value.ToString(
        Math.Abs(value) switch { >= 1000 => "#,0", >= 10 => "0.#", >= 1 => "0.##", _ => "0.####" },
        CultureInfo.InvariantCulture);

    /// <summary>A length of time: "1 day", "4 days".</summary>
    public static string Days(int count) => count == 1 ? "1 day" : $"{Count(count)} days";

    /// <summary>
    /// Always-valid evidence as odds that a reader can weigh: without any effect, evidence this strong would ever appear
    /// in at most one of so many experiments.
    /// </summary>
    public static string Odds(double logEvidence) => logEvidence switch
    {
        <= 0 => "none",
        double.PositiveInfinity => "beyond all odds",
        _ when Math.Exp(logEvidence) < 999_999.5 => $"1 in {Math.Exp(logEvidence).ToString(logEvidence < 3 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture)}",
        _ => $"1 in 10^{Math.Floor(logEvidence / Math.Log(10) + 1e-6).ToString(CultureInfo.InvariantCulture)}",
    };
}
