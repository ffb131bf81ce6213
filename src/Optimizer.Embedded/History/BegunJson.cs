using System.Text.Json;

namespace Optimizer.Embedded.History;

/// <summary>The mark that an activity which must not be repeated was begun.</summary>
internal static class BegunJson
{
    public static ReadOnlyMemory<byte> Write(int step) => JsonBuffer.Write(step, static (json, step) =>
    {
        json.WriteStartObject();
        json.WriteNumber("step"u8, step);
        json.WriteEndObject();
    });

    public static int Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("step"u8).GetInt32();
    }
}
