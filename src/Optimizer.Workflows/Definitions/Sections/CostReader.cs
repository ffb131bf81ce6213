using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads what the tools of a play cost.</summary>
internal static class CostReader
{
    public static CostRange? Read(Place place)
    {
        if (place.Fields("monthlyUsd") is not { } fields || !fields.Has("monthlyUsd"))
        {
            return null;
        }

        var range = fields.May("monthlyUsd");
        if (range.Node is Node.List { Items.Count: 2 } list)
        {
            var ends = list.Items.Select((item, i) => new Place(item, item.Line, $"{range.Path}[{i}]", range.Problems)
                .Number(0, form: "an amount of USD of at least 0, such as 150")).ToList();
            if (ends is not [{ } lowest, { } highest])
            {
                return null;
            }

            if (lowest <= highest)
            {
                return new(lowest, highest);
            }
        }

        range.Refuse($"is {(range.Node is Node.List ? "not a lowest and a highest amount" : Shown.Value(range.Node!))}; must be two amounts of USD, the lower first, such as [150, 250]");
        return null;
    }
}
