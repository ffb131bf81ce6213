using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Engine;

/// <summary>What the engine's commands say, for machines. Times are UTC; payloads are the JSON they are.</summary>
internal static class EngineJson
{
    public static JsonObject Of(string file, ListedPage page) => new()
    {
        ["file"] = file,
        ["instances"] = Array(page.Instances, Of),
        ["next"] = page.Next,
    };

    public static JsonObject Of(InstanceReport report)
    {
        var json = Of(report.Status);
        json["input"] = PayloadText.Node(report.Status.Input);
        json["output"] = PayloadText.Node(report.Status.Output);
        json["waitsFor"] = Array(report.Awaited, Of);
        json["kept"] = Array(report.Kept, Of);
        json["children"] = Array(report.Children, Of);
        json["unreadable"] = report.Unreadable;
        return json;
    }

    public static JsonObject Of(InstanceHistory history, int? lastTurns)
    {
        var json = Of(history.Status);
        var turns = history.Entries.Count(entry => entry.Kind == HistoryKind.Turn);
        json["turns"] = turns;
        var first = turns - (lastTurns ?? turns);
        var seen = 0;
        json["entries"] = Array(history.Entries.Where(entry => (seen += entry.Kind == HistoryKind.Turn ? 1 : 0) > first || first <= 0 || entry.Kind == HistoryKind.Kept), Of);
        json["waitsFor"] = Array(AwaitedSteps.Of(history), Of);
        return json;
    }

    public static JsonObject Of(EngineReport report) => new()
    {
        ["file"] = report.File,
        ["running"] = report.Health is not null,
        ["healthy"] = report.Health?.IsHealthy,
        ["engine"] = report.Health is { } health ? new JsonObject
        {
            ["at"] = Time(health.At),
            ["openedAt"] = Time(health.OpenedAt),
            ["heartbeatAt"] = Time(health.HeartbeatAt),
            ["live"] = health.Live,
            ["cached"] = health.Cached,
            ["parked"] = health.Parked,
            ["turnsQueued"] = health.TurnsQueued,
            ["activitiesRunning"] = health.ActivitiesRunning,
            ["activitiesQueued"] = health.ActivitiesQueued,
            ["changesQueued"] = health.ChangesQueued,
            ["timers"] = health.Timers,
            ["nextDue"] = Time(health.NextDue),
            ["storeProblem"] = health.StoreProblem,
        } : null,
        ["lastHolder"] = report.LastHolder is { } holder ? new JsonObject
        {
            ["pid"] = holder.Pid,
            ["startedAt"] = Time(holder.StartedAt),
            ["heartbeatAt"] = Time(holder.BeatAt),
        } : null,
        ["states"] = report.Health is null ? new JsonObject(report.Counts.Select(state => KeyValuePair.Create(JsonValues.Name(state.Key), (JsonNode?)state.Value))) : null,
        ["timers"] = report.Health is null ? report.Timers.Count : null,
        ["nextDue"] = report.Health is null && report.Timers.Count > 0 ? Time(report.Timers[0]) : null,
    };

    public static JsonObject Of(string file, FileCheck check) => new()
    {
        ["file"] = file,
        ["sound"] = check.Faults.Count == 0,
        ["instances"] = check.Instances,
        ["records"] = check.Records,
        ["faults"] = Array(check.Faults, fault => new() { ["id"] = fault.InstanceId, ["problem"] = fault.Problem }),
    };

    private static JsonObject Of(ListedInstance instance)
    {
        var json = Of(instance.Status);
        json["waitsFor"] = Array(instance.Awaited, Of);
        json["nextDue"] = Time(instance.NextDue);
        json["unreadable"] = instance.Unreadable;
        return json;
    }

    private static JsonObject Of(InstanceStatus status) => new()
    {
        ["id"] = status.InstanceId,
        ["workflow"] = status.Workflow,
        ["version"] = status.Version,
        ["state"] = JsonValues.Name(status.State),
        ["generation"] = status.Generation,
        ["createdAt"] = Time(status.CreatedAt),
        ["updatedAt"] = Time(status.UpdatedAt),
        ["parent"] = status.ParentId,
        ["tags"] = new JsonObject(status.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
        ["reason"] = status.Reason,
        ["failure"] = Of(status.Failure),
        ["status"] = PayloadText.Node(status.Status),
    };

    private static JsonObject Of(AwaitedStep step) => new()
    {
        ["kind"] = JsonValues.Name(step.Kind),
        ["step"] = step.Step,
        ["name"] = step.Name,
        ["child"] = step.ChildId,
        ["attempt"] = step.Attempt,
        ["since"] = Time(step.Since),
        ["due"] = Time(step.Due),
        ["begun"] = step.IsBegun,
    };

    private static JsonObject Of(HistoryEntry entry) => new()
    {
        ["at"] = Time(entry.At),
        ["turn"] = entry.Turn,
        ["kind"] = JsonValues.Name(entry.Kind),
        ["step"] = entry.Step,
        ["attempt"] = entry.Attempt,
        ["name"] = entry.Name,
        ["child"] = entry.ChildId,
        ["due"] = Time(entry.Due),
        ["payload"] = PayloadText.Node(entry.Payload),
        ["failure"] = Of(entry.Failure),
    };

    private static JsonObject? Of(Failure? failure) => failure is null ? null : new()
    {
        ["type"] = failure.Type,
        ["message"] = failure.Message,
        ["stack"] = failure.Stack,
        ["canRetry"] = failure.CanRetry,
        ["details"] = failure.Details is { } details ? new JsonObject(details.Select(detail => KeyValuePair.Create(detail.Key, (JsonNode?)detail.Value))) : null,
        ["cause"] = Of(failure.Cause),
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> of) => new([.. items.Select(item => (JsonNode)of(item))]);

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
