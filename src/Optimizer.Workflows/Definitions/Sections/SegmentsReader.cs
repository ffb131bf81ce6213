using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads what a play divides its audience by.</summary>
internal static class SegmentsReader
{
    public static Segments? Read(Place place) => place.Fields("dimension", "values", "discover") is { } fields
        ? new(
            fields.Need("dimension", "what the play is divided by, such as persona").Text() ?? "",
            fields.May("values").Items(item => item.Text()) ?? [],
            fields.May("discover").Flag() ?? false)
        : null;
}
