using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Refuses a name that two items of a list bear.</summary>
internal static class UniqueKeys
{
    public static void Check(Place place, string field)
    {
        if (place.Node is not Node.List list)
        {
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is Node.Map map
                && map.Entries.FirstOrDefault(entry => entry.Key == field) is { Value: Node.Scalar { Kind: ScalarKind.Text } key } named
                && !seen.TryAdd(key.Text, $"{place.Path}[{i}]"))
            {
                place.Problems.Add(named.Line, $"{place.Path}[{i}].{field}", $"is {Shown.Quote(key.Text)}, as is {seen[key.Text]}.{field}; each must be another");
            }
        }
    }
}
