using System.Text.Json.Nodes;
using Optimizer.Workflows.Notices;

namespace Optimizer.Connectors.Slack;

/// <summary>Blocks of Slack's Block Kit, each within its limits. All text that is given here is escaped already.</summary>
internal static class SlackBlocks
{
    /// <summary>Most characters of a field of two columns, of 2,000 that Slack takes.</summary>
    public const int LongestField = 900;

    /// <summary>Most characters of a section, of 3,000 that Slack takes.</summary>
    public const int LongestSection = 2900;

    /// <summary>Most sections of a message, of 50 blocks that Slack takes.</summary>
    public const int MostSections = 40;

    private const int LongestConfirm = 300;
    private const int LongestHeader = 150;

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, LongestHeader) };

    public static JsonObject Section(string markup) => new() { ["type"] = "section", ["text"] = Markup(markup) };

    /// <summary>Facts in two columns, at most ten.</summary>
    public static JsonObject Facts(params (string Name, string Markup)[] facts) => new()
    {
        ["type"] = "section",
        ["fields"] = new JsonArray([.. facts.Select(fact => Markup($"*{fact.Name}*\n{fact.Markup}"))]),
    };

    public static JsonObject Context(string markup) => new() { ["type"] = "context", ["elements"] = new JsonArray(Markup(markup)) };

    public static JsonObject Buttons(IEnumerable<JsonObject> buttons) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) };

    /// <summary>A button that answers.</summary>
    /// <param name="action">Comes back when it is pressed.</param>
    /// <param name="label">On it.</param>
    /// <param name="style">primary or danger.</param>
    /// <param name="value">Comes back too.</param>
    public static JsonObject Button(string action, string label, string style, string value) => new()
    {
        ["type"] = "button",
        ["action_id"] = action,
        ["text"] = Plain(label, LongestHeader),
        ["style"] = style,
        ["value"] = value,
    };

    /// <summary>A button that opens an address.</summary>
    public static JsonObject Link(Uri address) => new()
    {
        ["type"] = "button",
        ["action_id"] = SlackWords.Open,
        ["text"] = Plain("Open", LongestHeader),
        ["url"] = address.AbsoluteUri,
    };

    /// <summary>Asks once more before a button does what it says.</summary>
    public static JsonObject Confirm(string title, string text, string yes) => new()
    {
        ["title"] = Plain(title, LongestHeader),
        ["text"] = Plain(text, LongestConfirm),
        ["confirm"] = Plain(yes, LongestHeader),
        ["deny"] = Plain("Back", LongestHeader),
    };

    public static JsonObject Plain(string text, int most) => new()
    {
        ["type"] = "plain_text",
        ["text"] = text.Length <= most ? text : text[..most],
        ["emoji"] = false,
    };

    /// <summary>Without verbatim Slack would make links and mentions of what merely looks like them.</summary>
    private static JsonObject Markup(string markup) => new() { ["type"] = "mrkdwn", ["text"] = markup, ["verbatim"] = true };
}
