using System.Text.Json;

namespace Optimizer.Functions.Durable;

/// <summary>The payload of an event that is a signal.</summary>
/// <param name="Payload">What the signal carries.</param>
/// <param name="Key">Under which it is delivered once; null: each time that it is raised.</param>
internal sealed record SignalEnvelope(JsonElement Payload, string? Key = null)
{
    /// <summary>What was raised, as a signal; null when that is none: anybody who may raise events can raise anything.</summary>
    public static SignalEnvelope? Of(JsonElement? raised)
    {
        if (raised is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("payload", out var payload))
        {
            return null;
        }

        var key = json.TryGetProperty("key", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return new(payload, key);
    }
}
