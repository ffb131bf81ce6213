using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads how a KPI is computed. Each type has its own fields, and none of another's.</summary>
internal static class MeasureReader
{
    private static readonly string[] Against = ["scalable_baseline", "holdout", "non_exposed", "peer_segment"];

    private static readonly string[] All =
        ["type", "numerator", "denominator", "conversionWindow", "of", "per", "cost", "metric", "against", "as", "source", "name", "query", "candidateEvents"];

    private static readonly WordList<MeasureType> Types = WordList.Named<MeasureType>();

    public static Measure? Read(Place place)
    {
        // The type says which fields are known; without it all are, so that only the type is complained about.
        if (place.Node is not Node.Map map || map.Entries.FirstOrDefault(entry => entry.Key == "type")?.Value is not Node.Scalar { Kind: ScalarKind.Text } word
            || Types.Find(word.Text) is not { } type)
        {
            place.Fields(All)?.Need("type", Types.Sentence).Word(Types);
            return null;
        }

        var own = FieldsOf(type);
        foreach (var entry in map.Entries.Where(entry => All.Contains(entry.Key, StringComparer.Ordinal) && !own.Contains(entry.Key, StringComparer.Ordinal)))
        {
            place.Problems.Add(entry.Line, $"{place.Path}.{entry.Key}", $"is no field of type {word.Text}, which has {string.Join(", ", own.Skip(1))}");
        }

        // Those of other types are said above.
        return place.Fields([.. own, .. All.Except(own, StringComparer.Ordinal)]) is { } fields ? Measure(type, fields) : null;
    }

    private static string[] FieldsOf(MeasureType type) => type switch
    {
        MeasureType.Ratio => ["type", "numerator", "denominator", "conversionWindow"],
        MeasureType.Count or MeasureType.Sum or MeasureType.Average or MeasureType.Median => ["type", "of", "per"],
        MeasureType.CostPer => ["type", "cost", "per"],
        MeasureType.Difference => ["type", "metric", "against", "as"],
        MeasureType.External => ["type", "source", "name"],
        MeasureType.Hogql => ["type", "query"],
        MeasureType.Untracked => ["type", "candidateEvents"],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type of measure"),
    };

    private static Measure Measure(MeasureType type, Fields fields) => type switch
    {
        MeasureType.Ratio => new()
        {
            Type = type,
            Numerator = EventReader.Read(fields.Need("numerator", "the event that counts as success, such as {event: meeting_booked}")),
            Denominator = EventReader.Read(fields.Need("denominator", "the event it is out of, such as {event: email_sent}")),
            ConversionWindow = fields.May("conversionWindow").Span(),
        },
        MeasureType.Count or MeasureType.Sum or MeasureType.Average or MeasureType.Median => new()
        {
            Type = type,
            Of = EventReader.Read(fields.Need("of", "the event, such as {event: lead_captured}")),
            Per = fields.May("per").Text(),
        },
        MeasureType.CostPer => new()
        {
            Type = type,
            Cost = Group(fields.Need("cost", "where the cost comes from, such as {ledger: play}")),
            PerEvent = EventReader.Read(fields.Need("per", "the event it is divided by, such as {event: lead_captured}")),
        },
        MeasureType.Difference => new()
        {
            Type = type,
            Metric = Read(fields.Need("metric", "the measure that is compared")),
            Against = fields.Need("against", Shown.Either(Against)).OneOf(Against),
            As = fields.May("as").OneOf("relative", "pp"),
        },
        MeasureType.External => new()
        {
            Type = type,
            Source = fields.Need("source", "the system it is read from").Text(),
            Name = fields.Need("name", "its name in that system").Text(),
        },
        MeasureType.Hogql => new() { Type = type, Query = fields.Need("query", "the query").LongText() },
        MeasureType.Untracked => new() { Type = type, CandidateEvents = fields.May("candidateEvents").Items(item => item.Text()) ?? [] },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type of measure"),
    };

    private static string? Group(Place place)
    {
        if (place.Node is null or Node.Map)
        {
            return place.Json();
        }

        place.Refuse($"is {Shown.Value(place.Node)}; must be a group of fields, such as {{ledger: play}} or {{event: ad_spend, property: usd}}");
        return null;
    }
}
