using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>Events as they were sent: those that read, and those that do not, each with its place in the batch.</summary>
internal sealed class EventBatch
{
    public const long MostBytes = 8 * 1024 * 1024;
    public const int MostEvents = 10_000;

    /// <summary>What a batch may be sent as.</summary>
    public static readonly string[] Types = ["application/json", "application/x-ndjson", "application/jsonl"];

    private readonly EventReader _reader = new();

    public List<(int Place, AttributionEvent Event)> Events { get; } = [];

    public List<(int Place, RefusedRow Row)> Refused { get; } = [];

    public int Count => Events.Count + Refused.Count;

    /// <summary>A JSON array of events, an object whose field events is one, or one event a line.</summary>
    public static async Task<Reading<EventBatch>> ReadAsync(HttpContext context)
    {
        var read = await Body.BytesAsync(context, Types);
        if (read.Value is not { } bytes)
        {
            return read.Refusal!;
        }

        var batch = new EventBatch();
        var refusal = context.Request.ContentType!.StartsWith(Types[0], StringComparison.OrdinalIgnoreCase) ? batch.AddArray(bytes) : batch.AddLines(bytes);
        return refusal is null ? batch : refusal;
    }

    private Problem? AddArray(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = ApiJson.Deepest });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                if (root.EnumerateObject().FirstOrDefault(field => field.Name != "events") is { Value.ValueKind: not JsonValueKind.Undefined } other)
                {
                    return Problem.Invalid($"{Shown.Of(other.Name)} is not known; known is events", new FieldProblem(Shown.Of(other.Name), "is not known; known is events"));
                }

                if (!root.TryGetProperty("events", out root))
                {
                    return Problem.Invalid("events is missing", new FieldProblem("events", "is missing"));
                }
            }

            if (root.ValueKind != JsonValueKind.Array)
            {
                return Problem.Invalid("send an array of events, or an object whose field events is one", new FieldProblem("events", "needs an array"));
            }

            if (root.GetArrayLength() > MostEvents)
            {
                return TooMany();
            }

            foreach (var element in root.EnumerateArray())
            {
                Add(JsonMarshal.GetRawUtf8Value(element));
            }

            return null;
        }
        catch (JsonException fault)
        {
            return Body.Of(fault);
        }
    }

    private Problem? AddLines(ReadOnlySpan<byte> bytes)
    {
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range].Trim("\r \t"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            if (Count == MostEvents)
            {
                return TooMany();
            }

            Add(line);
        }

        return null;
    }

    private static Problem TooMany() => new(413, "too_large", $"a batch takes at most {MostEvents:#,0} events; send more batches");

    private void Add(ReadOnlySpan<byte> utf8)
    {
        if (_reader.TryRead(utf8, out var happened, out var problem))
        {
            Events.Add((Count, happened));
        }
        else
        {
            // The same text sent again is set aside once.
            Refused.Add((Count, new($"api/{Convert.ToHexStringLower(SHA256.HashData(utf8))}", problem.Code!, problem.Why!, Encoding.UTF8.GetString(utf8))));
        }
    }
}
