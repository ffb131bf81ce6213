using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Optimizer.Workflows;

namespace Optimizer.Embedded.History;

/// <summary>Writing and reading of the parts that stored JSON is made of.</summary>
internal static class JsonBuffer
{
    // What a thread keeps between records; a larger one is given back to the collector.
    private const int KeptBytes = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>What the action writes, as one JSON value.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write) => Write(write, static (json, action) => action(json));

    /// <summary>As above, without a closure: turns are written often.</summary>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer, state);
        writer.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > KeptBytes)
        {
            (_buffer, _writer) = (null, null);
        }

        return written;
    }

    /// <summary>A payload as it is: it is one JSON value already.</summary>
    public static void Payload(Utf8JsonWriter json, ReadOnlySpan<byte> name, Payload payload)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(payload.Utf8.Span, skipInputValidation: true);
    }

    public static Payload Payload(JsonElement json, ReadOnlySpan<byte> name) =>
        new(JsonMarshal.GetRawUtf8Value(json.GetProperty(name)).ToArray());

    public static void Failure(Utf8JsonWriter json, Failure failure) => Payload(json, "failure"u8, Workflows.Payload.Of(failure));

    public static Failure Failure(JsonElement json) => Payload(json, "failure"u8).Read<Failure>();
}
