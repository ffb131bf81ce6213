using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads what a play may change.</summary>
internal static class VariableReader
{
    public static IReadOnlyList<Variable> Read(Place place)
    {
        UniqueKeys.Check(place, "key");
        return place.Items(Variable) ?? [];
    }

    private static Variable? Variable(Place place) => place.Fields("key", "actuator", "autonomous", "current") is { } fields
        ? new(
            fields.Need("key", "the variable's name, such as subject_line").Text() ?? "",
            fields.May("actuator").Text(),
            fields.May("autonomous").Flag() ?? true,
            fields.May("current").Json())
        : null;
}
