using System.Text.Json;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Slack;

/// <summary>What somebody did in Slack, out of the payload that Slack sends. Who they are here is not in it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Person">Their id in Slack.</param>
/// <param name="Team">The id of their workspace; empty when Slack does not say.</param>
internal sealed record SlackPress(SlackPressKind Kind, string Person, string Team)
{
    private const int Deepest = 64;

    /// <summary>What is answered; null for what is not for us.</summary>
    public AskedChange? Change { get; init; }

    /// <summary>Channel of the message.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The message, as Slack names it in its channel.</summary>
    public string Message { get; init; } = "";

    /// <summary>Opens one form, within seconds.</summary>
    public string Trigger { get; init; } = "";

    /// <summary>Why not.</summary>
    public string Why { get; init; } = "";

    /// <summary>Reads a payload; null when it is none. Slack adds fields now and then: what is not known is not looked at.</summary>
    public static SlackPress? Read(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, new() { MaxDepth = Deepest });
            var root = document.RootElement;
            var person = Text(root, "user", "id");
            return !SlackWords.IsPerson(person) ? null : Text(root, "type") switch
            {
                "block_actions" => Pressed(root, person),
                "view_submission" when Text(root, "view", "callback_id") == SlackWords.Reason => Said(root, person),
                "" => null,
                _ => new(SlackPressKind.Other, person, ""),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or text in it that is not Unicode.
            return null;
        }
    }

    private static SlackPress? Pressed(JsonElement root, string person)
    {
        if (!root.TryGetProperty("actions", out var actions) || actions.ValueKind != JsonValueKind.Array || actions.GetArrayLength() == 0)
        {
            return null;
        }

        var kind = Text(actions[0], "action_id") switch
        {
            SlackWords.Approve => SlackPressKind.Approve,
            SlackWords.Reject => SlackPressKind.Reject,
            _ => SlackPressKind.Other,
        };
        var change = AskedChange.Read(Text(actions[0], "value"));
        return kind != SlackPressKind.Other && change is null ? null : new(kind, person, Text(root, "team", "id"))
        {
            Change = change,
            Channel = Text(root, "container", "channel_id"),
            Message = Text(root, "container", "message_ts"),
            Trigger = Text(root, "trigger_id"),
        };
    }

    private static SlackPress? Said(JsonElement root, string person) => ReasonOrigin.Read(Text(root, "view", "private_metadata")) is not { } origin
        ? null
        : new(SlackPressKind.Reason, person, Text(root, "team", "id"))
        {
            Change = origin.Change,
            Channel = origin.Channel,
            Message = origin.Message,
            Why = Text(root, "view", "state", "values", SlackWords.Reason, SlackWords.Reason, "value"),
        };

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
    }
}
