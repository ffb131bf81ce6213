using Optimizer.Domain;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Reports;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Stop rules as people say them.</summary>
public static class RuleWords
{
    private const string Guardrail = "guardrail:";

    /// <summary>In two or three words.</summary>
    public static string Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            "min_days" => "Earliest decision",
            "futility_day" => "Day without hope",
            "end_day" => "Planned end",
            "last_day" => "Latest end",
            "sample_ratio_mismatch" => "Split is not as set",
            "min_units" => "Units needed",
            "proven" => "Proven better",
            "harm" => "Proven worse",
            "futility" => "No hope",
            "provisional" => "Nearly sure at the end",
            Triggers.Chance90 => "Stated: chance of 90 %",
            Triggers.Plus10For48Hours => "Stated: +10 % for 48 hours",
            Triggers.Plus20 => "Stated: more than +20 %",
            Triggers.BelowControlAfter120 => "Stated: below control after 120",
            Triggers.Drop30 => "Stated: -30 %",
            Triggers.Drop5Over24Hours => "Stated: -5 % over 24 hours",
            _ when rule.StartsWith(Guardrail, StringComparison.Ordinal) => $"Guardrail {Units.Spoken(rule[Guardrail.Length..])}",
            _ => rule,
        };
    }

    /// <summary>Where it stands and where it fires, such as "1 in 3.2 of 1 in 10".</summary>
    public static string Stand(StopDistance rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var limit = $"{(rule.Unit == "days" ? "from" : rule.Proof is null ? "fires at" : "fires beyond")} {Value(rule.Unit, rule.Limit)}{(rule.Proof is null ? "" : " when proven")}";
        return rule.Now is { } now ? $"{Value(rule.Unit, now)}, {limit}" : limit;
    }

    /// <summary>What reaching it means: bad, good or nothing.</summary>
    public static string Kind(StopDistance rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Rule switch
        {
            "proven" or "provisional" or Triggers.Chance90 or Triggers.Plus10For48Hours or Triggers.Plus20 => "good",
            "harm" or "futility" or "sample_ratio_mismatch" or Triggers.Drop30 or Triggers.Drop5Over24Hours => "bad",
            _ => StopDistances.IsGuardrail(rule.Rule) ? "bad" : "",
        };
    }

    private static string Value(string unit, double value) => unit switch
    {
        "odds" => Words.Odds(Math.Log(Math.Max(value, double.Epsilon))),
        "chance" => Words.Chance(value),
        "share" => Units.Change(value),
        "days" => $"day {Words.Count(value)}",
        "units" => $"{Words.Count(value)} units",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "unknown unit of a stop rule"),
    };
}
