using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads what a KPI should reach: a number, a factor of a reference, or null for none.</summary>
internal static class TargetReader
{
    private static readonly string[] References = ["scalable_baseline", "peak", "previous_period"];

    public static KpiTarget? Read(Place place)
    {
        if (place.Node is Node.Scalar { Kind: ScalarKind.Null } || place.Fields("op", "value", "relativeTo", "factor") is not { } fields)
        {
            return null;
        }

        var (isAbsolute, isRelative) = (fields.Has("op") || fields.Has("value"), fields.Has("relativeTo") || fields.Has("factor"));
        if (isAbsolute == isRelative)
        {
            place.Refuse($"{(isAbsolute ? "mixes two kinds" : "says nothing")}; must be op and value, or relativeTo and factor, or null for no target");
            return null;
        }

        return isAbsolute
            ? new(fields.Need("op", SignPlace.Form).Sign(), fields.Need("value", "a number in the KPI's unit").Number(), null, null)
            : new(null, null, fields.Need("relativeTo", Shown.Either(References)).OneOf(References),
                fields.Need("factor", "a number above 0, such as 1.15").Number(double.Epsilon, form: "a number above 0, such as 1.15"));
    }
}
