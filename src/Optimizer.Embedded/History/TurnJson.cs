using System.Text.Json;

namespace Optimizer.Embedded.History;

/// <summary>Turns as JSON, the format of stored records: fields are only ever added.</summary>
internal static class TurnJson
{
    /// <summary>The body of a turn's record; its time is a column of the record.</summary>
    public static ReadOnlyMemory<byte> Write(Turn turn) => JsonBuffer.Write(turn, static (json, turn) =>
    {
        json.WriteStartObject();
        if (turn.Told.Count > 0)
        {
            json.WriteStartArray("told"u8);
            foreach (var message in turn.Told)
            {
                MessageJson.Write(json, message);
            }

            json.WriteEndArray();
        }

        if (turn.Asked.Count > 0)
        {
            json.WriteStartArray("asked"u8);
            foreach (var command in turn.Asked)
            {
                Write(json, command);
            }

            json.WriteEndArray();
        }

        if (turn.Status is { } status)
        {
            JsonBuffer.Payload(json, "status"u8, status);
        }

        Write(json, turn.End);
        json.WriteEndObject();
    });

    /// <summary>Reads it back.</summary>
    /// <param name="at">Column of the record.</param>
    /// <param name="body">Body of the record.</param>
    /// <param name="find">Gives the message of a sequence.</param>
    public static Turn Read(long at, ReadOnlyMemory<byte> body, Func<long, Message> find)
    {
        using var document = JsonDocument.Parse(body);
        var json = document.RootElement;
        return new(
            at,
            json.TryGetProperty("told"u8, out var told) ? [.. told.EnumerateArray().Select(message => MessageJson.Read(message, find))] : [],
            json.TryGetProperty("asked"u8, out var asked) ? [.. asked.EnumerateArray().Select(ReadCommand)] : [],
            json.TryGetProperty("status"u8, out _) ? JsonBuffer.Payload(json, "status"u8) : null,
            json.TryGetProperty("completed"u8, out _) ? new Ending.Completed(JsonBuffer.Payload(json, "completed"u8))
                : json.TryGetProperty("failure"u8, out _) ? new Ending.Failed(JsonBuffer.Failure(json))
                : null);
    }

    private static void Write(Utf8JsonWriter json, Ending? end)
    {
        switch (end)
        {
            case null:
                break;
            case Ending.Completed completed:
                JsonBuffer.Payload(json, "completed"u8, completed.Output);
                break;
            case Ending.Failed failed:
                JsonBuffer.Failure(json, failed.Failure);
                break;
            default:
                // A generation that continues as new takes its records with it.
                throw new InvalidOperationException($"a turn that ends with {end.GetType().Name} is not kept");
        }
    }

    private static void Write(Utf8JsonWriter json, Command command)
    {
        json.WriteStartObject();
        switch (command)
        {
            case Command.CallActivity call:
                json.WriteString("kind"u8, "activity"u8);
                json.WriteNumber("step"u8, call.Step);
                json.WriteString("name"u8, call.Name);
                Attempt(json, call.Attempt);
                if (call.Call != call.Step)
                {
                    json.WriteNumber("call"u8, call.Call);
                }

                JsonBuffer.Payload(json, "input"u8, call.Input);
                break;
            case Command.RunChild child:
                json.WriteString("kind"u8, "child"u8);
                json.WriteNumber("step"u8, child.Step);
                json.WriteString("name"u8, child.Name);
                json.WriteString("id"u8, child.ChildId);
                Attempt(json, child.Attempt);
                JsonBuffer.Payload(json, "input"u8, child.Input);
                break;
            case Command.SetTimer timer:
                json.WriteString("kind"u8, "timer"u8);
                json.WriteNumber("step"u8, timer.Step);
                json.WriteNumber("due"u8, timer.DueAt);
                break;
            case Command.WaitForSignal wait:
                json.WriteString("kind"u8, "wait"u8);
                json.WriteNumber("step"u8, wait.Step);
                json.WriteString("name"u8, wait.Name);
                if (wait.DueAt is { } due)
                {
                    json.WriteNumber("due"u8, due);
                }

                break;
            default:
                throw new InvalidOperationException($"unknown command {command.GetType().Name}");
        }

        json.WriteEndObject();
    }

    private static void Attempt(Utf8JsonWriter json, int attempt)
    {
        if (attempt > 1)
        {
            json.WriteNumber("attempt"u8, attempt);
        }
    }

    private static Command ReadCommand(JsonElement json)
    {
        var step = json.GetProperty("step"u8).GetInt32();
        return json.GetProperty("kind"u8).GetString() switch
        {
            "activity" => new Command.CallActivity(step, Name(json), JsonBuffer.Payload(json, "input"u8), Number(json, "call"u8) ?? step, Number(json, "attempt"u8) ?? 1),
            "child" => new Command.RunChild(
                step, Name(json), json.GetProperty("id"u8).GetString()!, JsonBuffer.Payload(json, "input"u8), Number(json, "attempt"u8) ?? 1),
            "timer" => new Command.SetTimer(step, json.GetProperty("due"u8).GetInt64()),
            "wait" => new Command.WaitForSignal(step, Name(json), json.TryGetProperty("due"u8, out var due) ? due.GetInt64() : null),
            var kind => throw new JsonException($"unknown command kind '{kind}'"),
        };
    }

    private static string Name(JsonElement json) => json.GetProperty("name"u8).GetString()!;

    private static int? Number(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
