using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Role = Optimizer.Domain.Identity.Role;

namespace Optimizer.Cockpit.Mcp;

/// <summary>A tool that an assistant may call. There is none that acts: tools read, or propose.</summary>
/// <param name="Name">Such as list_plays.</param>
/// <param name="Means">For the assistant.</param>
/// <param name="Run">What it does.</param>
internal sealed record ServedTool(string Name, string Means, Func<ToolCall, Task<ToolAnswer>> Run)
{
    public IReadOnlyList<ToolField> Fields { get; init; } = [];

    /// <summary>The least role that may use it.</summary>
    public Role Role { get; init; } = Role.Viewer;

    /// <summary>Whether it asks a person for something; false for what only reads.</summary>
    public bool IsProposal { get; init; }

    /// <summary>As the protocol describes it.</summary>
    public Tool Described() => new()
    {
        Annotations = new() { DestructiveHint = false, IdempotentHint = !IsProposal, OpenWorldHint = false, ReadOnlyHint = !IsProposal },
        Description = Means,
        InputSchema = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Schema()))),
            ["required"] = new JsonArray([.. Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name)]),
            ["additionalProperties"] = false,
        }),
        Name = Name,
    };

    /// <summary>What is wrong with arguments; null when nothing is.</summary>
    public string? Fault(IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        var given = arguments.Where(each => each.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToDictionary();
        return given.Keys.FirstOrDefault(name => Fields.All(field => field.Name != name)) is { } unknown
                ? $"{Untrusted.Plain(unknown)} is no argument of {Name}; it takes {(Fields.Count == 0 ? "none" : string.Join(", ", Fields.Select(field => field.Name)))}"
            : Fields.FirstOrDefault(field => field.IsRequired && !given.ContainsKey(field.Name)) is { } missing ? $"{missing.Name} is missing: {missing.Means}"
            : Fields.Where(field => given.ContainsKey(field.Name)).Select(field => field.Fault(given[field.Name])).FirstOrDefault(fault => fault is not null);
    }
}
