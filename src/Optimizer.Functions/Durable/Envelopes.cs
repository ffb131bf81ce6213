using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>
/// What is handed to Durable Task: JSON of our own making, as elements, so that no serialiser's settings can change it and whatever else
/// comes in can be looked at before it is read.
/// </summary>
/// <remarks>Kept in histories: fields are only ever added.</remarks>
internal static class Envelopes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static JsonElement Null { get; } = JsonElement.Parse("null");

    public static JsonElement Of<T>(T envelope) => JsonSerializer.SerializeToElement(envelope, Options);

    /// <exception cref="JsonException">It is none.</exception>
    public static T Read<T>(JsonElement json) => json.Deserialize<T>(Options) ?? throw new JsonException($"null is no {typeof(T).Name}");

    /// <summary>Reads what the platform kept; null when that is none of ours.</summary>
    public static T? Find<T>(string? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement Json(Payload payload) => JsonElement.Parse(payload.Utf8.Span);

    public static Payload PayloadOf(JsonElement? json) => new(Encoding.UTF8.GetBytes((json ?? Null).GetRawText()));
}
