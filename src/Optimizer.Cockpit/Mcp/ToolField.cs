using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Optimizer.Cockpit.Mcp;

/// <summary>An argument of a tool.</summary>
/// <param name="Name">As the assistant writes it.</param>
/// <param name="Type">What it may be.</param>
/// <param name="Means">For the assistant.</param>
internal sealed partial record ToolField(string Name, FieldType Type, string Means)
{
    private const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$";

    public bool IsRequired { get; init; }

    /// <summary>The only words it may be; null for any.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>Characters of a text.</summary>
    public int Longest { get; init; } = 500;

    /// <summary>Of a number, inclusive.</summary>
    public double Least { get; init; }

    /// <summary>Of a number, inclusive.</summary>
    public double Most { get; init; } = 1_000_000;

    /// <summary>As JSON Schema has it.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["description"] = Means };
        switch (Type)
        {
            case FieldType.Text:
                schema["type"] = "string";
                schema["maxLength"] = Longest;
                break;
            case FieldType.Id:
                schema["type"] = "string";
                schema["pattern"] = IdPattern;
                break;
            case FieldType.Whole or FieldType.Number:
                schema["type"] = Type == FieldType.Whole ? "integer" : "number";
                schema["minimum"] = Least;
                schema["maximum"] = Most;
                break;
            case FieldType.Flag:
                schema["type"] = "boolean";
                break;
            case FieldType.Json:
                break;
            default:
                throw new InvalidOperationException($"unknown type of a field: {Type}");
        }

        if (OneOf is not null)
        {
            schema["enum"] = new JsonArray([.. OneOf.Select(word => (JsonNode)word)]);
        }

        return schema;
    }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Fault(JsonElement value) => Type switch
    {
        FieldType.Json => null,
        FieldType.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{Name} must be true or false",
        FieldType.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= Least && whole <= Most
            ? null : FormattableString.Invariant($"{Name} must be a whole number from {Least} to {Most}"),
        FieldType.Number => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= Least && number <= Most
            ? null : FormattableString.Invariant($"{Name} must be a number from {Least} to {Most}"),
        _ when value.ValueKind != JsonValueKind.String => $"{Name} must be a text",
        FieldType.Id => IsId().IsMatch(value.GetString()!) ? null : $"{Name} must be letters, digits, dots, dashes and underscores, at most 128, and begin with a letter or digit",
        FieldType.Text when OneOf is { } words && !words.Contains(value.GetString()) => $"{Name} must be one of {string.Join(", ", words)}",
        FieldType.Text => value.GetString()!.Length <= Longest ? null : $"{Name} is longer than {Longest} characters",
        _ => throw new InvalidOperationException($"unknown type of a field: {Type}"),
    };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex IsId();
}
