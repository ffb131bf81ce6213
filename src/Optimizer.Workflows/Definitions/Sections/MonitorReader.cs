using System.Globalization;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads when and how KPIs are read.</summary>
internal static class MonitorReader
{
    private const double Percent = 100;
    private static readonly WordList<Cadence> Cadences = WordList.Named<Cadence>();
    private static readonly WordList<KpiClass> Triggers = WordList.Named(KpiClass.Plateau, KpiClass.Drop, KpiClass.Spike);

    public static MonitorPlan Read(Place place, Cycle? cycle)
    {
        var usual = new MonitorPlan();
        return place.Fields(
            "cadence", "at", "timezone", "recent", "baseline", "history", "normalPercent", "plateauPercent", "plateauFor", "dropPercent",
            "spikePercent", "triggerOn") is not { } fields
            ? usual
            : new()
            {
                Cadence = fields.Need("cadence", $"at least one of {Cadences.Sentence}").Words(Cadences) ?? [],
                At = At(fields.May("at")) ?? usual.At,
                TimeZone = ZoneText.Read(fields.May("timezone")) ?? usual.TimeZone,
                Recent = fields.May("recent").Span(cycle) ?? usual.Recent,
                Baseline = fields.May("baseline").Span(cycle) ?? usual.Baseline,
                History = fields.May("history").Span(cycle) ?? usual.History,
                Bands = Bands(fields),
                PlateauFor = fields.May("plateauFor").Span(cycle) ?? usual.PlateauFor,
                TriggerOn = TriggerOn(fields.May("triggerOn")) ?? usual.TriggerOn,
            };
    }

    // The schema allows an empty list: the play then watches and starts nothing by itself.
    private static IReadOnlyList<KpiClass>? TriggerOn(Place place) =>
        place.Node is Documents.Node.List { Items.Count: 0 } ? [] : place.Words(Triggers);

    private static TimeOnly? At(Place place)
    {
        if (place.Text() is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            return at;
        }

        place.Refuse($"is {Shown.Quote(text)}; must be a time of day as \"HH:mm\", such as \"08:00\"");
        return null;
    }

    private static ClassBands Bands(Fields fields)
    {
        var usual = new ClassBands();
        var (plateauPlace, normalPlace, dropPlace, spikePlace) =
            (fields.May("plateauPercent"), fields.May("normalPercent"), fields.May("dropPercent"), fields.May("spikePercent"));
        var before = fields.Problems.Found.Count;
        var plateau = plateauPlace.Number(double.Epsilon, form: "a number above 0, such as 2 for 2 %") / Percent ?? usual.Plateau;
        var normal = normalPlace.Number() / Percent ?? usual.Normal;
        var drop = dropPlace.Number() / Percent ?? usual.Drop;
        var spike = spikePlace.Number() / Percent ?? usual.Spike;
        if (fields.Problems.Found.Count > before)
        {
            return usual;
        }

        Above(normalPlace, normal, plateau);
        Above(dropPlace, drop, plateau);
        Above(spikePlace, spike, plateau);
        if (drop >= 1)
        {
            dropPlace.Refuse($"is {Shown.Number(drop * Percent)}; must be below 100: nothing falls by more than all of it");
        }

        return fields.Problems.Found.Count > before ? usual : new(plateau, normal, drop, spike);
    }

    private static void Above(Place place, double limit, double plateau)
    {
        if (!(limit > plateau))
        {
            place.Refuse($"is {Shown.Number(limit * Percent)}; must be above plateauPercent, which is {Shown.Number(plateau * Percent)}");
        }
    }
}
