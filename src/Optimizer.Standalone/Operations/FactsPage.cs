using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Operations;

/// <summary>All that the API tells of an object, as a page: a line a fact, a block a group; what is not known is left out.</summary>
internal static class FactsPage
{
    private const int Deepest = 6;
    private const int MostListed = 20;
    private const string Step = "  ";

    // Objects of a list that read better as a sentence than as their fields.
    private static readonly Dictionary<string, Func<JsonObject, string>> Sentences = new(StringComparer.Ordinal)
    {
        ["caps left"] = PlayFacts.Cap,
        ["kpis"] = PlayFacts.Kpi,
    };

    public static void Write(IAnsiConsole console, string title, JsonObject facts, DateTimeOffset now)
    {
        console.MarkupLine($"[bold]{Plain.Markup(title)}[/]");
        Group(console, facts, 1, now);
    }

    /// <summary>A field's name in words: nextTick is "next tick".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var sign in name)
        {
            words.Append(char.IsUpper(sign) ? $" {char.ToLowerInvariant(sign)}" : sign == '_' ? " " : sign.ToString());
        }

        return words.ToString().TrimStart();
    }

    /// <summary>A value in words: times with how far they are, words of the data without underscores.</summary>
    public static string Shown(JsonValue value, DateTimeOffset now)
    {
        if (value.TryGetValue<bool>(out var flag))
        {
            return flag ? "yes" : "no";
        }

        if (!value.TryGetValue<string>(out var text))
        {
            return value.TryGetValue<double>(out var number) ? number.ToString("#,0.######", CultureInfo.InvariantCulture) : value.ToJsonString();
        }

        return text.Length >= "2026-01-01T00:00Z".Length && text[4] == '-' && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Times.At(at, now)
            : text.All(sign => char.IsAsciiLetterLower(sign) || sign == '_') ? text.Replace('_', ' ') : text;
    }

    private static void Group(IAnsiConsole console, JsonObject facts, int depth, DateTimeOffset now)
    {
        var width = facts.Where(fact => fact.Value is JsonValue).Select(fact => Words(fact.Key).Length).DefaultIfEmpty(0).Max();
        foreach (var (name, value) in facts)
        {
            Fact(console, Words(name), value, width, depth, now);
        }
    }

    private static void Fact(IAnsiConsole console, string name, JsonNode? value, int width, int depth, DateTimeOffset now)
    {
        var before = string.Concat(Enumerable.Repeat(Step, depth));
        switch (value)
        {
            case null or JsonArray { Count: 0 } or JsonObject { Count: 0 }:
                return;
            case JsonValue plain:
                Line(console, $"{before}{name.PadRight(width)}  {Shown(plain, now)}");
                return;
            case JsonArray list when list.All(item => item is JsonValue):
                Line(console, $"{before}{name}:");
                foreach (var item in list.OfType<JsonValue>().Take(MostListed))
                {
                    Line(console, $"{before}{Step}- {Shown(item, now)}");
                }

                More(console, list, before);
                return;
            case JsonArray list:
                Line(console, $"{before}{name}:");
                foreach (var item in list.OfType<JsonObject>().Take(MostListed))
                {
                    Line(console, $"{before}{Step}- {(Sentences.TryGetValue(name, out var say) ? say(item) : Fields(item, now))}");
                }

                More(console, list, before);
                return;
            case JsonObject group when depth < Deepest:
                Line(console, $"{before}{name}:");
                Group(console, group, depth + 1, now);
                return;
            default:
                Line(console, $"{before}{name}: {value.ToJsonString()}");
                return;
        }
    }

    private static string Fields(JsonObject item, DateTimeOffset now) =>
        string.Join(", ", item.Where(fact => fact.Value is JsonValue).Select(fact => $"{Words(fact.Key)} {Shown((JsonValue)fact.Value!, now)}"));

    private static void More(IAnsiConsole console, JsonArray list, string before)
    {
        if (list.Count > MostListed)
        {
            Line(console, $"{before}{Step}and {list.Count - MostListed} more: --json");
        }
    }

    // Long sentences wrap where the console ends; they are read, not cut.
    private static void Line(IAnsiConsole console, string text) => console.MarkupLine(Plain.Markup(text));
}
