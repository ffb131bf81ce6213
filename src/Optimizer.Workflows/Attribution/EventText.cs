using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Optimizer.Domain.Attribution;

namespace Optimizer.Workflows.Attribution;

/// <summary>An event as JSON, the way it is sent, imported and set aside (S3-046).</summary>
public static class EventText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names of the fields, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["id", "ts", "exp_id", "variant", "event", "value", "session_id", "path"];

    /// <summary>One JSON object on one line; the same event gives the same text.</summary>
    public static string Write(AttributionEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, happened.Id);
            json.WriteString("ts"u8, happened.At.UtcDateTime);
            json.WriteString("exp_id"u8, happened.Experiment);
            json.WriteString("variant"u8, happened.Variant);
            json.WriteString("event"u8, happened.Event);
            if (happened.Value is { } value)
            {
                json.WriteNumber("value"u8, value);
            }

            json.WriteString("session_id"u8, happened.Unit);
            json.WriteString("path"u8, happened.Path);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
