using System.Text.Json.Nodes;
using Optimizer.Domain.Notices;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Notices;

/// <summary>The delivery log as JSON.</summary>
internal static class DeliveryJson
{
    public static JsonObject Of(IReadOnlyList<Parcel> parcels) => new() { ["notifications"] = new JsonArray([.. parcels.Select(Of)]) };

    public static JsonObject Of(Parcel parcel) => new()
    {
        ["id"] = parcel.Number,
        ["key"] = parcel.Key,
        ["sink"] = parcel.Sink,
        ["state"] = JsonValues.Name(parcel.State),
        ["why"] = parcel.Why,
        ["due"] = parcel.Due,
        ["nextTry"] = parcel.State == ParcelState.Waiting ? parcel.NextTry : null,
        ["isDigest"] = parcel.IsDigest,
        ["replayOf"] = parcel.ReplayOf,
        ["attempts"] = new JsonArray([.. parcel.Attempts.Select(attempt => new JsonObject
        {
            ["at"] = attempt.At,
            ["delivered"] = attempt.Delivered,
            ["status"] = attempt.Status,
        })]),
        ["notices"] = new JsonArray([.. parcel.Notices.Select(kept => new JsonObject
        {
            ["key"] = kept.Key,
            ["type"] = NoticeKinds.Name(kept.Notice.Kind),
            ["play"] = kept.Notice.Play,
            ["object"] = kept.Notice.About,
            ["version"] = kept.Version,
            ["severity"] = kept.Notice.Severity,
            ["subject"] = kept.Notice.Subject,
            ["at"] = kept.At,
        })]),
    };
}
