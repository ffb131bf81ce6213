using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>A value as JSON on one line, for what a play carries as it is: property values, cost sources, settings.</summary>
internal static class NodeJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Readable letters: the text is shown to people, escaped where it is shown.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Node node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case Node.Map map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case Node.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case Node.Scalar scalar:
                Write(writer, scalar);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "unknown kind of value");
        }
    }

    private static void Write(Utf8JsonWriter writer, Node.Scalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.True:
                writer.WriteBooleanValue(true);
                break;
            case ScalarKind.False:
                writer.WriteBooleanValue(false);
                break;
            case ScalarKind.Number when double.Parse(scalar.Text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case ScalarKind.Number or ScalarKind.OddNumber or ScalarKind.Text:
                writer.WriteStringValue(scalar.Text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(scalar), scalar.Kind, "unknown kind of value");
        }
    }
}
