using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Histories;

/// <summary>An instance with its records and timers, as a store once held it: plain JSON, so that it can be read and never rots.</summary>
internal sealed record GoldenHistory(
    string Id,
    string Workflow,
    int Version,
    int Generation,
    DateTimeOffset CreatedAt,
    JsonElement Input,
    JsonElement? Status,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<GoldenHistory.Record> Records,
    IReadOnlyList<GoldenHistory.Timer> Timers)
{
    /// <summary>Reads an instance out of a store.</summary>
    public static GoldenHistory Read(IEngineStore store, string id)
    {
        var row = store.Find(id) ?? throw new InvalidOperationException($"no instance '{id}'");
        return new(
            row.Id,
            row.Workflow,
            row.Version,
            row.Generation,
            new(row.CreatedAt, TimeSpan.Zero),
            Json(row.Input.Utf8),
            row.Status is { } status ? Json(status.Utf8) : null,
            row.Tags,
            [.. store.Records(row.Key).Select(record => new Record(record.Sequence, record.Kind, new(record.At, TimeSpan.Zero), Json(record.Body)))],
            [.. store.Timers().Where(timer => timer.Instance == row.Key).Select(timer => new Timer(timer.Step, new(timer.Due, TimeSpan.Zero)))]);
    }

    /// <summary>Puts the instance into a store that is empty, every number as it was.</summary>
    public void Write(IEngineStore store)
    {
        store.Begin();
        var key = store.Insert(new(Id, Workflow, Version, CreatedAt.UtcTicks, PayloadOf(Input), Tags, null, null));
        if (Generation > 1)
        {
            store.Continue(key, CreatedAt.UtcTicks, Generation, Version, PayloadOf(Input));
        }

        if (Status is { } status)
        {
            store.SetStatus(key, PayloadOf(status));
        }

        foreach (var record in Records)
        {
            // Turns name the records they took by sequence, so the gaps must stand as well.
            while (store.Append(key, record.Kind, record.At.UtcTicks, false, Utf8(record.Body)) is var given && given < record.Sequence)
            {
            }
        }

        store.DeleteRecords(key, [.. Records.Select(record => record.Sequence)]);
        foreach (var timer in Timers)
        {
            store.AddTimer(new(key, timer.Step, timer.Due.UtcTicks));
        }

        store.Commit();
    }

    // Stacks say where on which machine, and nobody replays them.
    private static JsonElement Json(ReadOnlyMemory<byte> utf8)
    {
        var node = JsonNode.Parse(utf8.Span);
        Forget(node, "stack");
        return JsonSerializer.SerializeToElement(node);
    }

    private static void Forget(JsonNode? node, string property)
    {
        if (node is JsonObject fields)
        {
            fields.Remove(property);
        }

        foreach (var part in node is JsonObject all ? all.Select(field => field.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            Forget(part, property);
        }
    }

    private static Payload PayloadOf(JsonElement element) => new(Utf8(element));

    private static byte[] Utf8(JsonElement element) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(element));

    /// <summary>A record of the history.</summary>
    internal sealed record Record(long Sequence, RecordKind Kind, DateTimeOffset At, JsonElement Body);

    /// <summary>A pending timer.</summary>
    internal sealed record Timer(int Step, DateTimeOffset Due);
}
