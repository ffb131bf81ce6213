using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads which events are meant.</summary>
internal static class EventReader
{
    public static EventSelector? Read(Place place) => place.Fields("event", "where", "distinct", "property") is { } fields
        ? new(fields.Need("event", "the event's name").Text() ?? "")
        {
            Where = Where(fields.May("where")),
            Distinct = fields.May("distinct").Text(),
            Property = fields.May("property").Text(),
        }
        : null;

    private static Dictionary<string, string> Where(Place place)
    {
        if (place.Node is Node.Map map)
        {
            return map.Entries.ToDictionary(entry => entry.Key, entry => NodeJson.Of(entry.Value), StringComparer.Ordinal);
        }

        if (place.Node is { } other)
        {
            place.Refuse($"is {Shown.Value(other)}; must be properties and their values, such as {{plan: trial}}");
        }

        return [];
    }
}
