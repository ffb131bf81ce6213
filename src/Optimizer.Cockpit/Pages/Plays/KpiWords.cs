using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>What a KPI does, as people say it.</summary>
public static class KpiWords
{
    public static string Of(KpiClass seen) => seen switch
    {
        KpiClass.InsufficientData => "too few days",
        KpiClass.FlatZero => "only zeros",
        KpiClass.FromZero => "from zero",
        _ => seen.ToString().ToLowerInvariant(),
    };

    /// <summary>Of the pill: for a KPI that should fall, a drop is the good side.</summary>
    public static string Kind(KpiClass seen, KpiDirection direction) => KpiBands.Directed(seen, direction) switch
    {
        KpiClass.Drop or KpiClass.FlatZero => "bad",
        KpiClass.Decline or KpiClass.InsufficientData => "warn",
        KpiClass.Growth or KpiClass.Spike or KpiClass.FromZero => "good",
        _ => "",
    };
}
