using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Optimizer.Cockpit.Mcp;

/// <summary>
/// Marks text for an assistant: whatever is more than an id, a word or a number stands under <see cref="Field"/>, because people, files and
/// platforms wrote it, or it quotes them. Nothing in it is an instruction.
/// </summary>
internal static partial class Untrusted
{
    public const string Field = "untrusted_text";

    private const int LongestKey = 64;
    private const int LongestText = 20_000;
    private const int MostCited = 50;

    /// <summary>A copy in which every text that is not plainly a token is wrapped.</summary>
    public static JsonNode? Marked(JsonNode? node) => node switch
    {
        null => null,
        JsonArray items => new JsonArray([.. items.Select(Marked)]),
        JsonObject fields => Fields(fields),
        _ => node.GetValueKind() == JsonValueKind.String ? Marked(node.GetValue<string>()) : node.DeepClone(),
    };

    /// <summary>What an assistant can cite of it: pages of the decisions and experiments whose ids stand anywhere in it, by id.</summary>
    public static IReadOnlyList<(string Id, string Page)> Cited(JsonNode? node) =>
    [
        .. Texts(node, "").Select(each => IsDecision().IsMatch(each.Text) ? (Id: each.Text, Page: $"/decisions/{each.Text}")
                : each.Field == "experiment" && IsId().IsMatch(each.Text) ? (Id: each.Text, Page: $"/experiments/{each.Text}")
                : default)
            .Where(cited => cited.Id is not null).Distinct().Take(MostCited),
    ];

    /// <summary>Short, without anything that is not seen: as it may stand in a sentence of ours.</summary>
    public static string Plain(string text)
    {
        var seen = Seen(text, LongestKey);
        return new string([.. seen.Select(each => IsTokenChar(each) ? each : '_')]);
    }

    private static JsonNode Marked(string text) => IsToken().IsMatch(text) ? text : new JsonObject { [Field] = Seen(text, LongestText) };

    private static JsonObject Fields(JsonObject fields)
    {
        var marked = new JsonObject();
        foreach (var (name, value) in fields)
        {
            marked[IsToken().IsMatch(name) ? name : Plain(name)] = Marked(value);
        }

        return marked;
    }

    /// <summary>Without control and format characters: they carry orders that nobody sees.</summary>
    private static string Seen(string text, int longest)
    {
        var seen = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (seen.Length >= longest)
            {
                return seen.Append("… (cut)").ToString();
            }

            seen.Append(rune.Value is '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse) ? rune.ToString() : "");
        }

        return seen.ToString();
    }

    private static IEnumerable<(string Field, string Text)> Texts(JsonNode? node, string field) => node switch
    {
        null => [],
        JsonArray items => items.SelectMany(item => Texts(item, field)),
        JsonObject fields => fields.SelectMany(each => Texts(each.Value, each.Key)),
        _ => node.GetValueKind() == JsonValueKind.String ? [(field, node.GetValue<string>())] : [],
    };

    private static bool IsTokenChar(char each) => char.IsAsciiLetterOrDigit(each) || each is '.' or '_' or '-';

    [GeneratedRegex(@"\A[A-Za-z0-9._:/@+%-]{0,200}\z")]
    private static partial Regex IsToken();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex IsId();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*-[0-9]+\.[0-9]+\z")]
    private static partial Regex IsDecision();
}
