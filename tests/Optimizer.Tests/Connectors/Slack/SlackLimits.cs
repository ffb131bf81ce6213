using System.Text.Json.Nodes;

namespace Optimizer.Tests.Connectors.Slack;

/// <summary>The limits of Block Kit, as Slack's reference states them.</summary>
internal static class SlackLimits
{
    /// <summary>What is wrong with blocks; null when nothing is.</summary>
    public static string? Broken(JsonArray blocks) => blocks.Count is 0 or > 50 ? $"{blocks.Count} blocks" : blocks.Select(block => Broken((JsonObject)block!)).FirstOrDefault(each => each is not null);

    private static string? Broken(JsonObject block) => FakeSlack.Text(block, "type") switch
    {
        "header" => Plain(block["text"]!, 150),
        "section" when block["fields"] is JsonArray fields => fields.Count > 10 ? "more than 10 fields" : fields.Select(field => Markup(field!, 2000)).FirstOrDefault(each => each is not null),
        "section" => Markup(block["text"]!, 3000),
        "context" => ((JsonArray)block["elements"]!).Select(each => Markup(each!, 3000)).FirstOrDefault(each => each is not null),
        "actions" => ((JsonArray)block["elements"]!).Select(each => Button((JsonObject)each!)).FirstOrDefault(each => each is not null),
        "input" => Plain(block["label"]!, 2000),
        var type => $"unknown block {type}",
    };

    private static string? Button(JsonObject button) =>
        Plain(button["text"]!, 75)
        ?? (button["value"]?.GetValue<string>().Length > 2000 ? "a value longer than 2000" : null)
        ?? (button["url"]?.GetValue<string>().Length > 3000 ? "an address longer than 3000" : null)
        ?? (button["confirm"] is { } confirm
            ? Plain(confirm["title"]!, 100) ?? Plain(confirm["text"]!, 300) ?? Plain(confirm["confirm"]!, 30) ?? Plain(confirm["deny"]!, 30)
            : null);

    private static string? Plain(JsonNode text, int most) => FakeSlack.Text(text, "type") != "plain_text" ? "not plain text" : Length(text, most);

    private static string? Markup(JsonNode text, int most) =>
        FakeSlack.Text(text, "type") == "plain_text" ? Length(text, most)
        : text["verbatim"]?.GetValue<bool>() != true ? "markup that is not verbatim"
        : Length(text, most);

    private static string? Length(JsonNode text, int most) => FakeSlack.Text(text, "text").Length is 0 ? "an empty text" : FakeSlack.Text(text, "text").Length > most ? $"a text longer than {most}" : null;
}
