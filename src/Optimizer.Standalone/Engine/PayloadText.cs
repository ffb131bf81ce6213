using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Workflows;

namespace Optimizer.Standalone.Engine;

/// <summary>Payloads as pages and documents show them; what is no JSON is shown as the text it is.</summary>
internal static class PayloadText
{
    // JSON may be nested deeper than readers go by default.
    private const int Deepest = 512;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };

    /// <summary>On one line, harmless, at most so many characters; empty for a payload that says nothing.</summary>
    public static string Short(Payload? payload, int longest)
    {
        // A cut shows the beginning; no need to make megabytes harmless first.
        var text = payload is { } some ? some.ToString() : "";
        return text is "{}" ? "" : Plain.Cut(Plain.Text(text.Length > 4 * longest ? text[..(4 * longest)] + "…" : text), longest);
    }

    /// <summary>Indented, harmless, line by line.</summary>
    public static IEnumerable<string> Lines(Payload payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload.Utf8, new() { MaxDepth = Deepest });
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, Indented))
            {
                document.WriteTo(writer);
            }

            return Plain.Lines(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
        catch (JsonException)
        {
            return Plain.Lines(payload.ToString());
        }
    }

    /// <summary>For a document: the JSON itself, or the text when it is none.</summary>
    public static JsonNode? Node(Payload? payload)
    {
        if (payload is not { } some)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(some.Utf8.Span, null, new() { MaxDepth = Deepest });
        }
        catch (JsonException)
        {
            return JsonValue.Create(some.ToString());
        }
    }
}
