using System.Diagnostics.CodeAnalysis;
using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;

namespace Optimizer.Connectors.Ledger;

/// <summary>How a KPI is read from the running sums: by units that did an event, by how often they did it, or by the sum of its values.</summary>
internal sealed class LedgerMeasure
{
    private const string Value = "value";

    // What a unit may be called where events are to be counted once per unit.
    private static readonly string[] Units = ["session_id", "unit", "session", "user", "visitor"];

    private readonly string _event;
    private readonly Func<long, EventTotal, GroupCount> _count;

    private LedgerMeasure(string name, bool isConversion, Func<long, EventTotal, GroupCount> count) =>
        (_event, IsConversion, _count) = (name, isConversion, count);

    /// <summary>Whether it is a share of units.</summary>
    public bool IsConversion { get; }

    /// <summary>What the units of a total did.</summary>
    public GroupCount Of(VariantTotal total) => _count(total.Units, total.Events.GetValueOrDefault(_event));

    /// <summary>Reads a definition; false with the reason when the ledger cannot tell it.</summary>
    public static bool TryMake(PlayKpi kpi, string unit, [NotNullWhen(true)] out LedgerMeasure? measure, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        measure = null;
        var of = kpi.Measure;
        problem = of.Type switch
        {
            MeasureType.Ratio => Selector(of.Numerator, unit, needsValue: false),
            MeasureType.Count => Selector(of.Of, unit, needsValue: false),
            MeasureType.Sum or MeasureType.Average => Selector(of.Of, unit, needsValue: true),
            MeasureType.Median => "a median cannot be made of running sums",
            MeasureType.CostPer => "the ledger knows no costs",
            MeasureType.Difference => "a difference to others is not a number per unit",
            MeasureType.External => $"it is read from {of.Source}",
            MeasureType.Hogql => "it is a query of an analytics vendor",
            MeasureType.Untracked => "it is not tracked",
            _ => throw new ArgumentOutOfRangeException(nameof(kpi), of.Type, "unknown type of measure"),
        };
        if (problem is not null)
        {
            problem = $"KPI '{kpi.Key}' cannot be read from the attribution ledger: {problem}";
            return false;
        }

        var selector = (of.Type == MeasureType.Ratio ? of.Numerator : of.Of)!;
        measure = of.Type switch
        {
            MeasureType.Ratio => Converted(selector),
            MeasureType.Count when selector.Distinct is not null => Converted(selector),
            MeasureType.Count => new(selector.Event, isConversion: false, (units, total) => new(units, total.Count, total.CountSquares, total.Units)),
            _ => new(selector.Event, isConversion: false, (units, total) => new(units, (double)total.Sum, total.SumOfSquares, total.Paying)),
        };
        return true;
    }

    private static LedgerMeasure Converted(EventSelector selector) =>
        new(selector.Event, isConversion: true, (units, total) => GroupCount.Conversions(units, total.Units));

    private static string? Selector(EventSelector? selector, string unit, bool needsValue) =>
        selector is null
            ? "it names no event"
            : selector.Where.Count > 0
            ? $"it asks for {string.Join(", ", selector.Where.Keys)} of {selector.Event}, and the ledger keeps no properties; send the event under a name of its own"
            : selector.Distinct is { } distinct && distinct != unit && !Units.Contains(distinct)
            ? $"it counts {selector.Event} once per {distinct}, and the ledger knows only units ({unit})"
            : selector.Property is { } property && property != Value
            ? $"it takes {property} of {selector.Event}, and the ledger keeps only {Value}"
            : needsValue && selector.Distinct is not null
            ? $"it sums {selector.Event} once per {selector.Distinct}"
            : null;
}
