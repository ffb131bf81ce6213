using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>A payload as a string that holds its JSON: whatever it holds and however deep, the line around it stays one line.</summary>
internal sealed class PayloadAsText : JsonConverter<Payload>
{
    public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Encoding.UTF8.GetBytes(reader.GetString() ?? throw new JsonException("a payload is a string")));

    public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Utf8.Span);
}
