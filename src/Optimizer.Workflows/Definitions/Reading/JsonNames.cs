using System.Text.Json;

namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>Names of enum values as files write them.</summary>
internal static class JsonNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
