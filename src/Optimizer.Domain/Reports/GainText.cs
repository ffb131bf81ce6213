using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Reports;

/// <summary>Booked gains and KPI changes in words.</summary>
internal static class GainText
{
    /// <summary>Such as "+4.1 % on signups (interval +1.2 % to +9.8 %), about 37 a week".</summary>
    public static string Of(BookedGain gain)
    {
        var kpi = Page.Text(Units.Spoken(gain.Kpi));
        return gain.Adoptions == 0
            ? $"0 % on {kpi}"
            : $"{Units.Change(gain.Booked)} on {kpi} (interval {Units.Range(gain.Lowest, gain.Highest)}){Weekly(gain)}";
    }

    /// <summary>Such as "412 a day, +3.1 % on the four weeks before (-1.0 % to +7.0 %, within its noise)".</summary>
    public static string Of(KpiChange kpi)
    {
        if (!kpi.IsTracked)
        {
            return "not measured yet";
        }

        if (kpi.After is not { } after)
        {
            return "no reading yet";
        }

        var level = Units.Show(after, kpi.Unit) + (kpi.Unit is "count" or "usd" ? " a day" : "");
        return kpi.IsOfReading
            ? $"{level} over 14 days, {Units.Change(kpi.Change)} on the 28 before"
            : $"{level}, {Units.Change(kpi.Change)} on the four weeks before{Noise(kpi)}";
    }

    /// <summary>What the interval allows to say of a change, in a word.</summary>
    public static string Judged(KpiChange kpi) => kpi.Movement switch
    {
        KpiMovement.Good => "better",
        KpiMovement.Bad => "worse",
        KpiMovement.None => "within its noise",
        _ => throw new ArgumentOutOfRangeException(nameof(kpi), kpi.Movement, "unknown movement"),
    };

    private static string Noise(KpiChange kpi) => kpi is { Lowest: { } lowest, Highest: { } highest }
        ? $" ({Units.Range(lowest, highest)}: {Judged(kpi)})"
        : "";

    private static string Weekly(BookedGain gain) => gain is { PerWeek: { } amount, Booked: not 0 }
        ? $", about {Units.Show(Math.Abs(amount) >= 10 ? Math.Round(amount) : amount, gain.Unit)} {(gain.LowerIsBetter ? "less" : "more")} a week"
        : "";
}
