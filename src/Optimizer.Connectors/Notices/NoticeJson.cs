using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Connectors.Notices;

/// <summary>Notices as programs read them. Fields are only ever added.</summary>
internal static class NoticeJson
{
    /// <summary>A notice alone, or a digest with its notices.</summary>
    public static JsonObject Of(Parcel parcel, Uri? link, Func<KeptNotice, Uri?>? answer = null) => parcel is { IsDigest: false, Notices: [var only] }
        ? Of(only, parcel.Key, link, answer)
        : new()
        {
            ["id"] = parcel.Key,
            ["type"] = "digest",
            ["at"] = parcel.Due,
            ["notices"] = new JsonArray([.. parcel.Notices.Select(kept => Of(kept, kept.Key, link, answer))]),
        };

    /// <param name="kept">The notice.</param>
    /// <param name="id">Receivers drop what comes again under it.</param>
    /// <param name="link">Address of the cockpit; null for none.</param>
    /// <param name="answer">Makes the link with which its reader answers; null when they get none.</param>
    public static JsonObject Of(KeptNotice kept, string id, Uri? link, Func<KeptNotice, Uri?>? answer = null)
    {
        var notice = kept.Notice;
        var document = new JsonObject
        {
            ["id"] = id,
            ["type"] = NoticeKinds.Name(notice.Kind),
            ["at"] = kept.At,
            ["play"] = notice.Play,
            ["object"] = notice.About,
            ["version"] = kept.Version,
            ["severity"] = notice.Severity,
            ["subject"] = notice.Subject,
            ["text"] = notice.Text,
        };
        if (notice.Kpi is { } kpi)
        {
            document["kpi"] = kpi;
        }

        if (notice.Request is { } request)
        {
            document["approval"] = new JsonObject
            {
                ["id"] = request.Id,
                ["title"] = request.Title,
                ["before"] = request.Before,
                ["after"] = request.After,
                ["payloadHash"] = request.PayloadHash,
                ["seat"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Seat.ToString()),
                ["expiresAt"] = request.ExpiresAt,
            };
            if (answer?.Invoke(kept) is { } signed)
            {
                document["answer"] = signed.AbsoluteUri;
            }
        }

        if (NoticeLink.Of(link, notice) is { } address)
        {
            document["link"] = address.AbsoluteUri;
        }

        return document;
    }
}
