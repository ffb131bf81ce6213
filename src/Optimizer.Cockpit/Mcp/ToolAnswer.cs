using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>What a tool answers.</summary>
/// <param name="Reply">Of the API.</param>
/// <param name="Page">Where people see the same, from the root, such as /plays/onboarding; null for nowhere.</param>
/// <param name="Shown">What is told of the reply's body; null for all of it.</param>
internal sealed record ToolAnswer(ToolReply Reply, string? Page = null, JsonNode? Shown = null);
