namespace Optimizer.Benchmarks.Decisions;

/// <summary>The figures of the statistics note, section 3, as printed there: 20,000 runs a cell unless said.</summary>
internal static class Published
{
    /// <summary>A/A adopt mean, min, max; A/A loser mean, max; power +5, +10, +20; days +10, +20; seen/true; adopts -10 %.</summary>
    public static readonly IReadOnlyDictionary<string, string> Policies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["naive p<0.05, daily"] = "13.3 11.7 14.4 13.3 14.3 34 64 98 16.7 8.1 3.0 2.1",
        ["naive p<0.05, from day 7"] = "9.3 8.9 10.0 9.3 9.7 30 62 98 19.2 10.7 1.9 0.4",
        ["fixed horizon 28 d"] = "2.5 2.2 2.8 2.4 2.7 16 47 96 28 28 1.5 0.0",
        ["Bayes P(best)>0.95, flat"] = "21.7 17.3 23.5 21.7 23.5 47 75 98 13.0 6.2 3.0 4.4",
        ["Bayes >0.95, N(0,0.3^2)"] = "9.1 0 20.5 26.0 28.4 36 67 97 16.4 8.7 2.1 0.5",
        ["rule \"P>=0.9 or +10% for 48h\""] = "42.3 38.4 48.9 22.7 52.0 65 84 97 8.7 4.0 3.0 12.1",
        ["rule \">20% win auto-deploy\""] = "37.6 1.7 55.7 21.0 45.1 48 60 88 11.1 5.5 3.9 19.3",
        ["asympt. CS, gbstats N*=5000, relative"] = "0.1 0 0.3 4.0 9.2 1 10 67 27.0 20.9 2.7 0.0",
        ["asympt. CS N*=14 days, relative"] = "0.1 0 0.5 4.6 12.8 2 12 71 27.0 20.4 2.6 0.0",
        ["group-sequential t^3"] = "2.5 2.3 2.9 2.5 2.7 15 45 95 24.6 16.2 1.9 0.0",
        ["exact E, alpha 5%, day>=7 (tau .15/.30)"] = "0.7 0 1.5 1.3 2.0 8 27 86 25.0 16.3 2.3 0.0",
        ["stated rule AND E>=10, day>=7"] = "1.8 0 3.3 1.3 2.0 14 38 92 23.3 14.1 2.2 0.1",
    };

    /// <summary>Guardrail by visitors a day: naive 2/5/10 %, evidence 2/5/10 %, point estimate with 25 conversions 2/5/10 %.</summary>
    public static readonly IReadOnlyDictionary<double, string> Guardrail = new Dictionary<double, string>
    {
        [100] = "55.9 40.7 25.2 0.4 0.9 1.3 0.2 12.1 9.4",
        [300] = "52.0 34.5 19.8 1.0 1.4 1.3 12.4 8.2 3.6",
        [1000] = "29.1 12.0 3.6 1.3 1.5 1.1 6.7 2.5 0.4",
        [5000] = "4.2 0.3 0.0 1.2 0.9 0.7 0.4 0 0",
    };

    /// <summary>One look at 100 units per variant, 2/5/10 %.</summary>
    public const string GuardrailSingleLook = "37.9 28.6 21.5";

    /// <summary>Detection by evidence of 20 at a 5 % base: visitors a day, true lift, found within 14 days, mean day.</summary>
    public static readonly IReadOnlyList<(double Visitors, double Lift, string Found, string Day)> Detection =
    [
        (300, -0.5, "95", "6.4"), (1000, -0.5, "100", "2.5"), (300, -1, "-", "2.1"), (100, -1, "-", "5.3"),
        (300, -0.3, "43", "-"), (1000, -0.3, "95", "-"), (100, -0.5, "42", "-"),
    ];

    /// <summary>One look at 120 units per variant: killed although better, 2/5/10 %, by true lift.</summary>
    public static readonly IReadOnlyDictionary<double, string> AutoKillOnce = new Dictionary<double, string>
    {
        [0.2] = "33 31 27",
        [0.5] = "24 17 10",
    };

    /// <summary>Looked at daily at a 5 % base: true lift, naive at 300 and 1000 a day, replacement at 300 and 1000.</summary>
    public static readonly IReadOnlyDictionary<double, string> AutoKillDaily = new Dictionary<double, string>
    {
        [0.1] = "73 59 1.8 0.6",
        [0.2] = "56 34 0.3 0",
        [-0.2] = "- - 72 99.5",
    };

    /// <summary>
    /// Conversions lost at 300, 1000 and 5000 a day (4,000 runs): fixed split, Thompson with a floor of 1 %, of 10 %, fixed split
    /// that adopts on evidence.
    /// </summary>
    public static readonly IReadOnlyList<(string Name, double[] Lifts, string Figures)> Bandit =
    [
        ("0, +10 %", [0, 0.1], "21 70 352 15 35 106 16 42 149 21 64 179"),
        ("0, +20 %", [0, 0.2], "42 141 703 21 45 187 24 62 281 39 83 183"),
        ("0, +5, +10, +20 %", [0, 0.05, 0.1, 0.2], "47 158 791 35 87 261 40 114 459 47 143 312"),
        ("0, -10, -20, +10 %", [0, -0.1, -0.2, 0.1], "63 211 1055 38 91 322 47 136 597 63 208 864"),
    ];

    /// <summary>Pooled estimate in per cent, share called a loser by pooling, share called anything by stratified evidence.</summary>
    public const string Simpson = "-41.9 100 0.13";

    /// <summary>
    /// Section 2: peeked chi-squared at 0.001 and 0.05, always-valid evidence without a mismatch; day of the alarm at 52/48
    /// and 55/45.
    /// </summary>
    public const string SampleRatio = "0.9 27.6 0.03 12 2.4";

    /// <summary>
    /// Portfolio at 300, 1000 and 5000 a day (40,000 experiments): adopted, truly negative, below +1 %, true lift, shown
    /// lift, true gain a year.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string[]> Portfolio = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["rule \"P>=0.9 or +10% for 48h\""] = ["45 44 68 1.2 70 22", "42 37 62 2.1 32 21", "42 28 54 2.9 14 24"],
        ["rule \">20% win auto-deploy\""] = ["53 46 71 0.7 73 25", "37 42 66 1.5 40 13", "10 28 48 4.6 27 7"],
        ["fixed horizon 28 d"] = ["4 20 37 6.3 26 3.5", "7 10 20 8.5 15 8", "13 4 11 8.4 10 15"],
        ["stated rule AND E>=10, day>=7"] = ["3 20 37 6.4 42 2.4", "7 14 27 7.7 23 8", "12 5 12 8.7 12 16"],
        ["tiered, 14 days (our defaults)"] = ["8 31 54 3.6 - 10", "10 22 41 5.3 - 20", "16 11 25 6.8 - 39"],
        ["of which proven"] = ["1.7 27 46 5.2 - -", "4.0 16 31 7.3 - -", "8.3 4 10 9.9 - -"],
    };
}
