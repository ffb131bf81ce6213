using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Optimizer.Workflows;

/// <summary>A value as it crosses the durable boundary: JSON in UTF-8, written and read alike on both engines.</summary>
/// <remarks>
/// Types only ever grow: a field that is absent reads as its default, an unknown one is passed over. Text that is not valid
/// UTF-16 (a lone surrogate) comes back with U+FFFD in its place.
/// </remarks>
/// <param name="Utf8">One JSON value.</param>
public readonly record struct Payload(ReadOnlyMemory<byte> Utf8)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Size in bytes.</summary>
    public int Bytes => Utf8.Length;

    /// <summary>Writes a value.</summary>
    /// <exception cref="JsonException">The value cannot be written, such as a cycle.</exception>
    /// <exception cref="NotSupportedException">The type cannot be written.</exception>
    public static Payload Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Options));

    /// <summary>Reads it back.</summary>
    /// <exception cref="JsonException">It is not of this type.</exception>
    /// <exception cref="NotSupportedException">The type cannot be read.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Utf8.Span, Options)!;

    /// <summary>As <see cref="Of{T}"/>, for code that says which value it is.</summary>
    /// <exception cref="UnreadablePayloadException">The value cannot be written.</exception>
    public static Payload Write<T>(T value, string what, string? name = null)
    {
        try
        {
            return Of(value);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new UnreadablePayloadException(Said(what, name), typeof(T), fault);
        }
    }

    /// <summary>As <see cref="Read{T}"/>, for code that says which value it is.</summary>
    /// <exception cref="UnreadablePayloadException">It is not of this type.</exception>
    public T ReadAs<T>(string what, string? name = null)
    {
        try
        {
            return Read<T>();
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new UnreadablePayloadException(Said(what, name), typeof(T), fault);
        }
    }

    /// <summary>What a payload is called in an error. Put together only then: payloads are read and written at every step.</summary>
    private static string Said(string what, string? name) => name is null ? what : $"{what} '{name}'";

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>Whether the JSON text is the same, byte for byte.</summary>
    public bool Equals(Payload other) => Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }
}
