using System.Text.Json;

namespace Optimizer.Embedded.History;

/// <summary>Messages as JSON, the format of stored records: fields are only ever added.</summary>
internal static class MessageJson
{
    /// <summary>Writes one with its kind.</summary>
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        switch (message)
        {
            case { Sequence: > 0 }:
                // The record of that sequence holds it; a turn only says that it was told here.
                json.WriteNumber("message"u8, message.Sequence);
                break;
            default:
                WriteBody(json, message);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one as the body of its own record.</summary>
    public static ReadOnlyMemory<byte> Record(Message message) => JsonBuffer.Write(json =>
    {
        json.WriteStartObject();
        WriteBody(json, message);
        json.WriteEndObject();
    });

    /// <summary>Reads the body of a message's record.</summary>
    public static Message Read(ReadOnlyMemory<byte> body, long sequence)
    {
        using var document = JsonDocument.Parse(body);
        return Read(document.RootElement, sequence);
    }

    /// <summary>Reads one of a turn; those that stand in records of their own are looked up by sequence.</summary>
    public static Message Read(JsonElement json, Func<long, Message> find) =>
        json.TryGetProperty("message"u8, out var sequence) ? find(sequence.GetInt64()) : Read(json, 0);

    private static Message Read(JsonElement json, long sequence) => json.GetProperty("kind"u8).GetString() switch
    {
        "activity-completed" => new Message.ActivityCompleted(Generation(json), Step(json), JsonBuffer.Payload(json, "output"u8), sequence),
        "activity-failed" => new Message.ActivityFailed(Generation(json), Step(json), JsonBuffer.Failure(json), sequence),
        "child-completed" => new Message.ChildCompleted(Generation(json), Step(json), JsonBuffer.Payload(json, "output"u8), sequence),
        "child-failed" => new Message.ChildFailed(Generation(json), Step(json), JsonBuffer.Failure(json), sequence),
        "timer-fired" => new Message.TimerFired(Generation(json), Step(json), json.GetProperty("due"u8).GetInt64()),
        "signal" => new Message.Signalled(
            json.GetProperty("name"u8).GetString()!, JsonBuffer.Payload(json, "payload"u8),
            json.TryGetProperty("key"u8, out var key) ? key.GetString() : null, sequence),
        var kind => throw new JsonException($"unknown message kind '{kind}'"),
    };

    private static void WriteBody(Utf8JsonWriter json, Message message)
    {
        switch (message)
        {
            case Message.ActivityCompleted completed:
                Answer(json, "activity-completed"u8, completed.Generation, completed.Step);
                JsonBuffer.Payload(json, "output"u8, completed.Output);
                break;
            case Message.ActivityFailed failed:
                Answer(json, "activity-failed"u8, failed.Generation, failed.Step);
                JsonBuffer.Failure(json, failed.Failure);
                break;
            case Message.ChildCompleted completed:
                Answer(json, "child-completed"u8, completed.Generation, completed.Step);
                JsonBuffer.Payload(json, "output"u8, completed.Output);
                break;
            case Message.ChildFailed failed:
                Answer(json, "child-failed"u8, failed.Generation, failed.Step);
                JsonBuffer.Failure(json, failed.Failure);
                break;
            case Message.TimerFired fired:
                Answer(json, "timer-fired"u8, fired.Generation, fired.Step);
                json.WriteNumber("due"u8, fired.Due);
                break;
            case Message.Signalled signal:
                json.WriteString("kind"u8, "signal"u8);
                json.WriteString("name"u8, signal.Name);
                if (signal.Key is not null)
                {
                    json.WriteString("key"u8, signal.Key);
                }

                JsonBuffer.Payload(json, "payload"u8, signal.Payload);
                break;
            default:
                throw new InvalidOperationException($"unknown message {message.GetType().Name}");
        }
    }

    private static void Answer(Utf8JsonWriter json, ReadOnlySpan<byte> kind, int generation, int step)
    {
        json.WriteString("kind"u8, kind);
        json.WriteNumber("generation"u8, generation);
        json.WriteNumber("step"u8, step);
    }

    private static int Generation(JsonElement json) => json.GetProperty("generation"u8).GetInt32();

    private static int Step(JsonElement json) => json.GetProperty("step"u8).GetInt32();
}
