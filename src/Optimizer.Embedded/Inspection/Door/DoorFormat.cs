using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>How questions and answers are written: one JSON document each, without a line break in it.</summary>
internal static class DoorFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new PayloadAsText() },

        // Payloads are text in text here; every quote would take six bytes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line, with its end.</summary>
    public static byte[] Line<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <exception cref="JsonException">It is not of this type.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize<T>(line, Options);
}
