using System.Globalization;

namespace Optimizer.Domain.Decisions;

/// <summary>Numbers in the words of reasons, the same on every machine.</summary>
public static class Words
{
    /// <summary>A share as a percentage: 0.1234 is "12.3 %"; very small ones keep two digits.</summary>
    public static string Percent(double share) => Math.Abs(share) switch
    {
        0 => "0 %",
        < 0.0001 => $"{(share * 100).ToString("0.0e+0", CultureInfo.InvariantCulture)} %",
        < 0.01 => $"{(share * 100).ToString("0.0#", CultureInfo.InvariantCulture)} %",
        _ => $"{(share * 100).ToString("#,0.0", CultureInfo.InvariantCulture)} %",
    };

    /// <summary>A relative change with its sign: 0.1 is "+10.0 %"; "not defined" where there is none.</summary>
    public static string Change(double? change) => change switch
    {
        null => "not defined",
        double.PositiveInfinity => "without limit",
        { } value => (value > 0 ? "+" : "") + Percent(value),
    };

    /// <summary>A chance in [0, 1]; what rounds to certain or impossible is said as a bound.</summary>
    public static string Chance(double chance) => chance switch
    {
        > 0.9999 => "over 99.99 %",
        < 0.0001 => "under 0.01 %",
        > 0.999 or < 0.001 => $"{(chance * 100).ToString("0.00", CultureInfo.InvariantCulture)} %",
        _ => Percent(chance),
    };

    public static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>
    /// Always-valid evidence as odds that a reader can weigh: without any effect, evidence this strong would ever appear
    /// in at most one of so many experiments.
    /// </summary>
    public static string Odds(double logEvidence) => logEvidence switch
    {
        <= 0 => "none",
        < 13.8 => $"1 in {Math.Exp(logEvidence).ToString(logEvidence < 3 ? "#,0.0" : "#,0", CultureInfo.InvariantCulture)}",
        _ => $"1 in 10^{Math.Floor(logEvidence / Math.Log(10)).ToString(CultureInfo.InvariantCulture)}",
    };
}
