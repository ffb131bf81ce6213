using System.Text.Json;
using System.Text.Json.Serialization;

namespace Optimizer.Functions.Durable;

/// <summary>The custom status of an instance. Its names are short because all of it counts against what a status may have.</summary>
/// <param name="Generation">Whose it is.</param>
/// <param name="Version">Of its code.</param>
/// <param name="IsPending">Its time has not come yet.</param>
/// <param name="Status">What the workflow set last; null when it set none.</param>
internal sealed record StatusEnvelope(
    [property: JsonPropertyName("g")] int Generation,
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("p")] bool IsPending,
    [property: JsonPropertyName("s")] JsonElement? Status);
