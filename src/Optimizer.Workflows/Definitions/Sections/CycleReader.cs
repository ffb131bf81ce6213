using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads what a play repeats when it is not days.</summary>
internal static class CycleReader
{
    public static Cycle? Read(Place place)
    {
        if (place.Fields("unit", "typicalLength", "startEvent", "endEvent") is not { } fields)
        {
            return null;
        }

        var length = fields.May("typicalLength");
        var typical = length.Span();
        if (typical?.Unit == SpanUnit.Cycle)
        {
            length.Refuse("is counted in cycles; must be a length of time, such as {n: 1, unit: quarter}");
        }

        return new()
        {
            Unit = fields.May("unit").Text(),
            TypicalLength = typical,
            StartEvent = fields.May("startEvent").Text(),
            EndEvent = fields.May("endEvent").Text(),
        };
    }
}
