using System.Text;
using System.Text.Json;
using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Evidence;

/// <summary>
/// The exported trail: JSON lines, a record each, then one that says how many there are and what the trail's head was. A line has
/// exactly one way to be written, so that a changed byte shows even where JSON would not care.
/// </summary>
public static class TrailLines
{
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    /// <summary>A record as a line, without its line end. Its entry stands in it byte for byte, as the object it is.</summary>
    public static string Write(ChainLink record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Line(json =>
        {
            json.WriteNumber("sequence", record.Sequence);
            json.WriteString("key", record.Key);
            json.WriteString("previousHash", record.PreviousHash);
            json.WriteString("hash", record.Hash);
            if (IsObject(record.Text))
            {
                json.WritePropertyName("entry");
                json.WriteRawValue(record.Text, skipInputValidation: true);
            }
            else
            {
                json.WriteString("text", record.Text);
            }
        });
    }

    /// <summary>The last line.</summary>
    public static string Write(TrailEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return Line(json =>
        {
            json.WriteNumber("records", end.Records);
            json.WriteBoolean("part", end.IsPart);
            json.WriteNumber("count", end.Head.Count);
            json.WriteString("headHash", end.Head.Hash);
        });
    }

    /// <summary>Reads a line: a <see cref="ChainLink"/>, a <see cref="TrailEnd"/>, or null when it is neither as it would be written.</summary>
    public static object? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            object read = json.TryGetProperty("records", out var records)
                ? new TrailEnd(records.GetInt64(), json.GetProperty("part").GetBoolean(), new(json.GetProperty("count").GetInt64(), Text(json, "headHash")))
                : new ChainLink(
                    json.GetProperty("sequence").GetInt64(), Text(json, "key"),
                    json.TryGetProperty("entry", out var entry) ? entry.GetRawText() : Text(json, "text"),
                    Text(json, "previousHash"), Text(json, "hash"));
            return line == (read is TrailEnd end ? Write(end) : Write((ChainLink)read)) ? read : null;
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null");

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // A damaged text may be no JSON, or break the line; it is exported all the same, as text.
    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && text[0] == '{' && text[^1] == '}' && !text.Any(char.IsControl);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
