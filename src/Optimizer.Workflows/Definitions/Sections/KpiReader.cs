using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads the KPIs of a play.</summary>
internal static class KpiReader
{
    private const string KeyForm = "lower case letters, digits and underscores, such as meeting_rate";
    private static readonly string[] Units = ["fraction", "pp", "count", "ratio", "usd", "minutes", "hours", "days", "points"];
    private static readonly WordList<KpiDirection> Directions = new([("up", KpiDirection.HigherIsBetter), ("down", KpiDirection.LowerIsBetter)]);
    private static readonly WordList<KpiForm> Forms = WordList.Named<KpiForm>();
    private static readonly WordList<KpiRole> Roles = WordList.Named<KpiRole>();

    public static IReadOnlyList<PlayKpi> Read(Place place)
    {
        var kpis = place.Items(Kpi, 1);
        UniqueKeys.Check(place, "key");
        if (place.Node is Node.List { Items.Count: > 0 } list && !list.Items.Any(MayBePrimary))
        {
            place.Refuse("none has role: primary; at least one must, the KPI that the play is for");
        }

        return kpis ?? [];
    }

    // A role that cannot be read is said already: it may have been meant as primary.
    private static bool MayBePrimary(Node node) => node is not Node.Map map
        || map.Entries.FirstOrDefault(entry => entry.Key == "role")?.Value is not Node.Scalar role
        || Roles.Find(role.Text) is null or KpiRole.Primary;

    private static PlayKpi? Kpi(Place place)
    {
        if (place.Fields("key", "role", "kind", "direction", "unit", "period", "splitBy", "measure", "target") is not { } fields)
        {
            return null;
        }

        return new()
        {
            Key = fields.Need("key", KeyForm).Name(IsKey, KeyForm) ?? "",
            Role = fields.Need("role", Roles.Sentence).Word(Roles) ?? default,
            Form = fields.Need("kind", Forms.Sentence).Word(Forms) ?? default,
            Direction = fields.Need("direction", "up when more is better, down when less is").Word(Directions) ?? default,
            Unit = fields.Need("unit", Shown.Either(Units)).OneOf(Units) ?? "",
            Period = fields.May("period").Text(),
            SplitBy = fields.May("splitBy").Text(),
            Measure = MeasureReader.Read(fields.Need("measure", "how it is computed; {type: untracked} while nothing is tracked")) ?? new() { Type = MeasureType.Untracked },
            Target = TargetReader.Read(fields.Need("target", "a number to reach, such as {op: \">=\", value: 0.05}, or null for none")),
        };
    }

    private static bool IsKey(string key) => key.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_');
}
